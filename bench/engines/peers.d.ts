/** What the benches use of packages that only they install, so that the project's types are checked without them. */

declare module 'lunr' {
  namespace lunr {
    interface Index {
      query(build: (query: { term(term: unknown, options: Record<string, unknown>): void }) => void): { ref: string }[]
    }
    interface Builder {
      ref(name: string): void
      field(name: string): void
      add(document: object): void
    }
    interface Lunr {
      (build: (this: Builder) => void): Index
      Index: { load(saved: object): Index }
      Query: { presence: { OPTIONAL: number; REQUIRED: number }; wildcard: { TRAILING: number } }
      tokenizer(text: string): unknown
    }
  }
  const lunr: lunr.Lunr
  export default lunr
}

declare module '@orama/orama' {
  interface AnyOrama {
    readonly id: string
  }
  export function create(options: object): AnyOrama
  export function insertMultiple(database: AnyOrama, documents: object[], batch: number): Promise<string[]>
  export function save(database: AnyOrama): object
  export function load(database: AnyOrama, saved: object): void
  export function search(
    database: AnyOrama,
    query: object,
  ): Promise<{ count: number; hits: { id: string }[] }> | { count: number; hits: { id: string }[] }
}

declare module 'flexsearch' {
  class Document {
    constructor(options: object)
    add(document: object): void
    search(query: string, options: object): { id: string }[]
    export(keep: (key: string, data: string | undefined) => void): Promise<void>
    import(key: string, data: string): Promise<void>
  }
  const FlexSearch: { Document: typeof Document }
  export default FlexSearch
}

declare module 'better-sqlite3' {
  namespace Database {
    interface Statement {
      run(...values: unknown[]): unknown
      all(...values: unknown[]): unknown[]
      get(...values: unknown[]): unknown
    }
    interface Database {
      exec(sql: string): void
      prepare(sql: string): Statement
      pragma(text: string): unknown
      transaction(run: () => void): () => void
      close(): void
    }
  }
  const Database: new (path: string, options?: { readonly: boolean }) => Database.Database
  export default Database
}

declare module 'pagefind' {
  interface Index {
    addCustomRecord(record: object): Promise<{ errors: string[] }>
    writeFiles(options: { outputPath: string }): Promise<{ errors: string[] }>
  }
  export function createIndex(options?: object): Promise<{ index?: Index; errors: string[] }>
  export function close(): Promise<unknown>
}
