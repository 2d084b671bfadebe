/** How are the packs of surface forms opened? Loaded on demand, apart from those that counts and filters read, see `segment-reader.ts`. */

export { openWords } from '../format/words.js'
