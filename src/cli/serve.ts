/** How is the search page over an archive looked at? `datelines serve DIR` */

import { once } from 'node:events'
import { resolve } from 'node:path'
import { openArchive } from '../index.js'
import { defineCommand } from './command.js'
import { loadConfig } from './config.js'
import { ownFiles, PAGE_FOLDER, pageDirectory, storedPage } from './page-files.js'
import { PAGE_OPTIONS, pageSettings } from './page-settings.js'
import { formatNoun } from './quantities.js'
import { serveFolders } from './static-server.js'
import { oneLine } from './text-width.js'

const DEFAULT_PORT = 8080

export const serve = defineCommand({
  command: 'serve',
  usage: 'serve DIR [--port 8080]',
  about:
    'Serves the search page over an archive to browsers, by default to those on this machine alone. It serves files and nothing else: what it shows is what any static web host would show. A page that build has put beside the archive keeps its name, language and colour. Ends when it is interrupted.',
  words: [{ name: 'DIR' }],
  options: {
    port: {
      kind: 'count',
      value: 'N',
      short: 'p',
      most: 65_535,
      help: 'The port to listen at; 0 takes any that is free. Default 8080.',
    },
    host: { kind: 'text', value: 'ADDRESS', help: 'The address to listen at. Default 127.0.0.1: this machine alone.' },
    config: {
      kind: 'text',
      value: 'FILE',
      help: 'Settings of the page from this file. Default: datelines.config.js, .mjs or .json in the working directory.',
    },
    ...PAGE_OPTIONS,
  },
  examples: [
    ['datelines serve public/archive', 'the search page at http://127.0.0.1:8080/'],
    ['datelines serve public/archive --port 0', 'the same, at any port that is free'],
  ],
  async run({ options, words }, { terminal, signal }) {
    const [directory = ''] = words
    // Opened first, so that a wrong folder is told here and not in the browser.
    const archive = await openArchive(resolve(directory), { signal })
    const { releases } = archive.info
    await archive.close()
    const page = pageDirectory()
    const { page: configured } = await loadConfig(options.config)
    const stored = await storedPage(directory)
    const settings = { ...stored.settings, ...pageSettings(options, configured, 'serve') }
    const own = await ownFiles('archive/', settings, 'serve')
    const theme = own.theme || stored.theme
    const server = await serveFolders(
      [
        { path: '/archive/', directory: resolve(directory) },
        { path: `/${PAGE_FOLDER}/theme.css`, text: theme, type: 'text/css; charset=utf-8' },
        { path: `/${PAGE_FOLDER}/`, directory: page },
        { path: '/', text: own.index, type: 'text/html; charset=utf-8' },
        { path: '/index.html', text: own.index, type: 'text/html; charset=utf-8' },
      ],
      options.port ?? DEFAULT_PORT,
      options.host,
    )
    await terminal.print([`${formatNoun(releases, 'release')} of ${oneLine(directory)} at ${server.url}`])
    terminal.note('Press Ctrl+C to stop.')
    if (!signal.aborted) await once(signal, 'abort')
    await server.close()
    return 0
  },
})
