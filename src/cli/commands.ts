/** Which commands are there? Each is loaded when it is run, so that a search does not load what a build needs. */

import type { Command } from './command.js'

/** A command in the list. */
export interface CommandEntry {
  name: string
  summary: string
  load(): Promise<Command>
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'build',
    summary: 'Make an archive from files of releases.',
    load: async () => (await import('./build.js')).build,
  },
  {
    name: 'add',
    summary: 'Add releases to an archive, or replace some of it.',
    load: async () => (await import('./add.js')).add,
  },
  {
    name: 'remove',
    summary: 'Take releases out of an archive.',
    load: async () => (await import('./remove.js')).remove,
  },
  {
    name: 'merge',
    summary: 'Make one archive of several.',
    load: async () => (await import('./merge.js')).merge,
  },
  {
    name: 'upgrade',
    summary: 'Analyse an archive anew, as this version does.',
    load: async () => (await import('./upgrade.js')).upgrade,
  },
  {
    name: 'search',
    summary: 'Find releases in an archive, count them by year and country, export them.',
    load: async () => (await import('./search.js')).search,
  },
  {
    name: 'get',
    summary: 'Show one release.',
    load: async () => (await import('./get.js')).get,
  },
  {
    name: 'why',
    summary: 'Tell why a release is found by a query, or why it is not.',
    load: async () => (await import('./why.js')).why,
  },
  {
    name: 'info',
    summary: 'Tell what an archive holds.',
    load: async () => (await import('./info.js')).info,
  },
  {
    name: 'verify',
    summary: 'Check every byte of an archive.',
    load: async () => (await import('./verify.js')).verify,
  },
  {
    name: 'serve',
    summary: 'Show the search page over an archive in a browser.',
    load: async () => (await import('./serve.js')).serve,
  },
]
