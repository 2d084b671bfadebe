/** What does the search page do when it is loaded? */

import { openArchive } from '../open-browser.js'

const archive = await openArchive(document.querySelector<HTMLMetaElement>('meta[name="datelines-archive"]')!.content)
document.title = `${archive.info.releases}`
