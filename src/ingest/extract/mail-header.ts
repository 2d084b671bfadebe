/** Is a text a message as it was mailed? Its subject and date, and the lines of its head. */

import { oneLine } from './plain-text.js'

/** The head of a message. */
export interface MailHeader {
  subject: string
  /** The line of its date. */
  dateLine?: string
  /** The lines below it. */
  rest: string[]
}

/** A head has at least so many fields, one of them the subject. */
const FEWEST_FIELDS = 2
const FIELD = /^([\p{L}][\p{L}-]{1,24})\s?:\s*(.*)$/u
const SUBJECT = /^(?:subject|objet|asunto|betreff|assunto|oggetto|тема|الموضوع)$/iu
const DATE = /^(?:date|sent|envoyé|fecha|enviado|datum|gesendet|data|дата|التاريخ)$/iu
const OTHER =
  /^(?:from|to|cc|bcc|reply-to|sender|organi[sz]ation|message-id|mime-version|content-type|content-transfer-encoding|return-path|received|list-id|newsgroups|x-[a-z-]+|de|à|para|von|an|da|от|кому|من|إلى)$/iu
/** "Re: Fwd: Kosovo update". */
const ANSWERED = /^(?:(?:re|fwd?|aw|wg|tr|rv)\s?:\s*)+/iu

/** The head of a message at the top of a text; undefined where there is none. */
export function readMailHeader(lines: readonly string[]): MailHeader | undefined {
  let at = lines.findIndex((line) => line.trim() !== '')
  let fields = 0
  let subject = ''
  let dateLine: string | undefined
  for (let last = ''; at >= 0 && at < lines.length; at++) {
    const line = lines[at] as string
    // A long field goes on in lines that are set in.
    if (fields > 0 && /^\s+\S/.test(line)) {
      if (SUBJECT.test(last)) subject += ` ${line.trim()}`
      continue
    }
    const [, name = '', value = ''] = FIELD.exec(line.trim()) ?? []
    if (SUBJECT.test(name)) subject = value
    else if (DATE.test(name)) dateLine = line.trim()
    else if (!OTHER.test(name)) break
    last = name
    fields++
  }
  subject = oneLine(subject).replace(ANSWERED, '')
  if (fields < FEWEST_FIELDS || subject === '') return undefined
  return { subject, rest: lines.slice(at), ...(dateLine === undefined ? {} : { dateLine }) }
}
