/** How is a call timed? Over and over, each time on its own, after a warm-up and a collection of garbage. */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Rounds over the inputs that are not measured, and at least and at most so many that are. */
const WARM_UP = 3
const ROUNDS = { least: 5, most: 50 }
/** Rounds end after so many milliseconds. */
const TIME = 1500

/** Milliseconds of each call, and what the calls of the warm-up gave. */
export async function measure<Input, Output>(
  call: (input: Input) => Output | Promise<Output>,
  inputs: readonly Input[],
): Promise<{ times: number[]; outputs: Output[] }> {
  const outputs: Output[] = []
  for (let round = 0; round < WARM_UP; round++) for (const input of inputs) outputs.push(await call(input))
  collectGarbage()
  const times: number[] = []
  const end = performance.now() + TIME
  for (let round = 0; round < ROUNDS.most && (round < ROUNDS.least || performance.now() < end); round++) {
    for (const input of inputs) {
      const start = performance.now()
      const output = call(input)
      if (output instanceof Promise) await output
      times.push(performance.now() - start)
    }
  }
  return { times, outputs }
}

export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}
