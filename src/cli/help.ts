/** What can one type? The help of the whole and of each command. */

import { COMMON_OPTIONS, type OptionSpec, type OptionTable, valueName } from './arguments.js'
import type { Terminal } from './terminal.js'
import { padEnd, textWidth, wrapText } from './text-width.js'

/** What help needs to know of a command. */
export interface HelpTopic {
  usage: string
  about: string
  options: OptionTable
  examples: readonly (readonly [line: string, purpose: string])[]
}

type Printer = Pick<Terminal, 'paint' | 'width'>

/** Where the texts of a list begin at the latest; longer names stand on a line of their own. */
const LABEL_COLUMN = 28

/** Rows of a name and a text, the texts wrapped in a column of their own. */
export function definitionRows(rows: readonly (readonly [string, string])[], { paint, width }: Printer): string[] {
  const longest = rows.reduce((most, [label]) => Math.max(most, textWidth(label)), 0)
  const column = Math.min(LABEL_COLUMN, longest + 4)
  return rows.flatMap(([label, text]) => {
    const lines = wrapText(text, Math.max(20, width - column))
    const indented = lines.map((line) => ' '.repeat(column) + line)
    const head = `  ${paint('strong', label)}`
    if (textWidth(label) + 4 > column) return [head, ...indented]
    return [
      `${padEnd(`  ${label}`, column).replace(label, () => paint('strong', label))}${lines[0] ?? ''}`,
      ...indented.slice(1),
    ]
  })
}

/** The help of one command. */
export function commandHelp(topic: HelpTopic, printer: Printer): string[] {
  const { paint, width } = printer
  const options = Object.entries({ ...topic.options, ...COMMON_OPTIONS }).map(
    ([name, option]: [string, OptionSpec]) => {
      const value = valueName(option)
      const short = option.short === undefined ? '' : `-${option.short}, `
      return [`${short}--${name}${value === '' ? '' : ` ${value}`}`, option.help] as const
    },
  )
  return [
    `${paint('strong', 'Usage:')} datelines ${topic.usage}`,
    '',
    ...wrapText(topic.about, width),
    '',
    paint('strong', 'Options'),
    ...definitionRows(options, printer),
    '',
    paint('strong', 'Examples'),
    ...topic.examples.flatMap(([line, purpose]) => [paint('dim', `  # ${purpose}`), `  ${line}`]),
  ]
}

/** The help of the whole. */
export function overallHelp(commands: readonly { name: string; summary: string }[], printer: Printer): string[] {
  const { paint, width } = printer
  return [
    `${paint('strong', 'Usage:')} datelines COMMAND …`,
    '',
    ...wrapText(
      'Turns a folder of migration news releases into a search archive, and answers questions about it: full text, with exact counts by year and country.',
      width,
    ),
    '',
    paint('strong', 'Commands'),
    ...definitionRows(
      commands.map(({ name, summary }) => [name, summary] as const),
      printer,
    ),
    '',
    paint('strong', 'Options'),
    ...definitionRows(
      [
        ['-h, --help', 'Show this help; after a command, that of the command.'],
        ['-v, --version', 'Show the version.'],
      ],
      printer,
    ),
    '',
    ...wrapText(
      'Exit codes: 0 done, 1 failed, 2 wrong usage. Colours and progress are for terminals only; NO_COLOR turns colours off.',
      width,
    ),
  ]
}
