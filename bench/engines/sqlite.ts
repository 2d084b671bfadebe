/** SQLite FTS5 in native code: a file on disk, opened in place; one statement for the best ten, one for the total. */

import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Engine, EngineQuery } from './engine.js'

let database: Database.Database

/** Words as FTS5 writes them, each quoted so that none is an operator. */
function expression({ words, match }: EngineQuery): string {
  const quoted = words.map((word) => `"${word.replaceAll('"', '""')}"`)
  if (match === 'phrase') return `"${words.join(' ').replaceAll('"', '""')}"`
  if (match === 'prefix') return quoted.map((word) => `${word}*`).join(' ')
  return quoted.join(match === 'any' ? ' OR ' : ' ')
}

const statements = new Map<string, Database.Statement>()

function prepared(sql: string): Database.Statement {
  const known = statements.get(sql) ?? database.prepare(sql)
  statements.set(sql, known)
  return known
}

export const sqlite: Engine = {
  async build(releases, directory) {
    const path = join(directory, 'releases.sqlite')
    rmSync(path, { force: true })
    const built = new Database(path)
    built.pragma('journal_mode = off')
    built.exec(`
      create table release (rowid integer primary key, id text, date text);
      create table country (country text, release integer, primary key (country, release)) without rowid;
      create table of_release (release integer, country text, primary key (release, country)) without rowid;
      create virtual table text using fts5(title, body, tokenize = 'porter unicode61');`)
    const release = built.prepare('insert into release values (?, ?, ?)')
    const text = built.prepare('insert into text (rowid, title, body) values (?, ?, ?)')
    const country = built.prepare('insert or ignore into country values (?, ?)')
    const ofRelease = built.prepare('insert or ignore into of_release values (?, ?)')
    built.transaction(() => {
      releases.forEach(({ id, title, body, date = '', countries = [] }, row) => {
        release.run(row, id, date)
        text.run(row, title, body)
        for (const each of countries) {
          country.run(each, row)
          ofRelease.run(row, each)
        }
      })
    })()
    built.exec(`insert into text (text) values ('optimize')`)
    built.close()
    return { path, bytes: statSync(path).size }
  },
  async open({ path }) {
    database = new Database(path, { readonly: true })
    statements.clear()
    database.pragma('cache_size = -200000')
    database.pragma('mmap_size = 268435456')
  },
  search(query) {
    if (query.match === 'typo') return null
    const wanted = expression(query)
    const { country } = query
    const among = country === undefined ? '' : 'and rowid in (select release from country where country = ?)'
    const values = country === undefined ? [wanted] : [wanted, country]
    const ids = prepared(
      `select (select id from release where release.rowid = text.rowid) as id from text where text match ? ${among} order by bm25(text, 5, 1) limit 10`,
    ).all(...values) as { id: string }[]
    const { total } = prepared(`select count(*) as total from text where text match ? ${among}`).get(...values) as {
      total: number
    }
    if (country !== undefined) {
      prepared(
        `select substr(date, 1, 4) as year, count(*) from release where rowid in (select rowid from text where text match ? ${among}) group by year`,
      ).all(...values)
      prepared(
        `select country, count(*) from of_release where release in (select rowid from text where text match ?) group by country`,
      ).all(wanted)
    }
    return { total, ids: ids.map(({ id }) => id) }
  },
}
