/** How are queries and options read that are more than plain words? Loaded on demand, see `modules.ts`. */

export { clauseTree } from './filters.js'
export { checkCall, checkSearchOptions } from './options.js'
export { makeRequest } from './request.js'
export { formatQuery } from './syntax/print.js'
