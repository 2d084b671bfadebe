/** The tree that comes with Readability; its package declares no types for it. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    parse(html: string): Document
  }
}
