/** Are generated inputs the same each time? Unless a seed is asked for, so that a failure can be had again. */

import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20261123) })
