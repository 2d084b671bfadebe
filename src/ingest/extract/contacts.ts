/** Who may be called about a release? The contact block is taken out of the text and read. */

import type { Contact } from '../../types.js'
import { readDateLine } from './date-line.js'
import { isKindLine } from './furniture.js'
import { oneLine } from './plain-text.js'

/** The text without its contact blocks, and what they say. */
export interface ContactFinding {
  lines: string[]
  contacts: Contact[]
}

/** Openings of a contact block. The languages in order: en, fr, es, pt, it, de, ru, ar. */
const LABELS = [
  'for (?:any )?(?:more|further|additional|other) (?:information|details?|info)\\b',
  'for (?:all )?(?:media|press|interview)s? (?:enquir|inquir|quer|request|information|contact)\\w*',
  '(?:for|to (?:arrange|request|schedule)) (?:an )?interviews?\\b',
  '(?:for |general )?(?:media|press)(?: (?:relations|office|officer|liaison))? (?:enquir(?:y|ies)|inquir(?:y|ies)|quer(?:y|ies)|contacts?|requests)\\s*(?:[:：]|\\bin\\b|$)',
  '(?:please )?contacts?(?: (?:persons?|details|information|points?|us))?\\s*[:：]',
  "pour (?:de |d['’])?(?:plus|amples|toutes?|autres?)(?: amples?)?(?: (?:d['’]|de ))?\\s?(?:informations?|renseignements?|précisions?|infos?|détails)",
  'pour tout(?:e)? (?:renseignement|information|complément|demande|question)',
  'contacts? (?:presse|médias?|média)\\b',
  '(?:veuillez|merci de|prière de) (?:contacter|vous adresser)',
  'para (?:obtener |solicitar |recibir )?(?:más|mayor(?:es)?) (?:información|informaciones|detalles|datos)',
  'contactos? (?:de|para|con)(?: la| los)? (?:prensa|medios)',
  '(?:contactos?|contatos?|contatt[oi]|kontakt(?:person|e)?)\\s*[:：]',
  '(?:favor|favor de|sírvase) (?:contactar|comunicarse)',
  'para (?:obter )?(?:mais|maiores|outras) (?:informações|detalhes)',
  'contat(?:o|os) (?:de|para|com)(?: a)? (?:imprensa|mídia)',
  'per (?:maggiori|ulteriori|più) (?:informazioni|dettagli)',
  'contatti (?:stampa|per)',
  '(?:für )?(?:weitere|nähere|mehr) (?:informationen|auskünfte)(?=[^.]{0,60}(?:kontakt|:|wenden|erteil))',
  '(?:presse|medien)kontakt|ansprechpartner(?:in)?\\s*:|rückfragen',
  '(?:за|для)(?: получени[яе]| получением)?(?: дополнительной| более подробной) информаци',
  'контакты?(?: для (?:сми|прессы))?\\s*:',
  '(?:ل|لل)?لمزيد من (?:المعلومات|التفاصيل)',
  'للمزيد من (?:المعلومات|التفاصيل)|للاستفسار|للتواصل|للاتصال\\b|للاتصال|جهة الاتصال',
].join('|')

const LABEL_AT_START = new RegExp(`^\\s*(?:[-–—*•#]+\\s*)?(?:${LABELS})`, 'iu')
const LABEL_IN_LINE = new RegExp(`(?<=[.!?»”"؟)]\\s)(?:${LABELS})`, 'iu')

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
const EMAILS = new RegExp(EMAIL.source, 'gu')
const PHONE_LABEL =
  '(?:tel(?:ephone|éfono|efono|efone|efon|\\.)?|t[ée]l(?:éphone|ephone)?|phone|ph|mobile|mob|cell(?:ulare?)?|cel(?:ular)?|m[óo]vil|handy|fax|whatsapp|office|direct|тел(?:ефон)?|моб|هاتف|الهاتف|تلفون|جوال|موبايل|فاكس)'
const LABELLED_PHONE = new RegExp(
  `(?<!\\p{L})${PHONE_LABEL}\\.?(?:\\s*(?:no|number|n°)\\.?)?\\s*[:.：]?\\s*(\\+?\\(?\\d[\\d\\s().\\-–/]{4,24}\\d)`,
  'iu',
)
const INTERNATIONAL_PHONE = /\+\s?\d[\d\s().\-–/]{6,22}\d/
/** "22 917 9111": who to call needs no label behind that of a contact. Years in a row are no such number. */
const BARE_PHONE =
  /(?<![\p{L}\d/.-])(?!(?:19|20)\d\d\W{1,3}(?:19|20)\d\d(?!\d))\(?\d(?:[\s().-]{0,3}\d){6,13}(?![\d/]|\.\d)/u
const CONTACT_LINE = new RegExp(
  `(?<!\\p{L})(?:${PHONE_LABEL}\\.?\\s*[:.：]?\\s*\\+?\\(?\\d|e-?mail|courriel|correo(?: electr[óo]nico)?|эл\\.? ?почта|البريد الإلكتروني|mailto:)`,
  'iu',
)
const NOTES =
  /^\s*(?:notes?(?: (?:to|for)(?: the)? (?:editors?|journalists?|the press))\b|notes? (?:aux|à l['’]attention des) (?:rédac|journal)|nota(?:s)? (?:a|para) (?:los )?(?:editor|redac|period)|about (?:the |iom|unhcr|us\b)|à propos d|acerca de|sobre (?:la|el|a|o) )/iu
const BROKEN_MAILTO = /["'<(]?\s*mailto:\s*([^\s"'<>?)]+@[^\s"'<>?)]+)[^\s"'<>)]*["'>)]*\s*>?\s*/giu

/** Lines of a contact block are no longer than this unless they hold a phone number or an address. */
const LONGEST_CONTACT_LINE = 90
/** A block without any phone number, address or colon within so many characters of its label is prose. */
const PROOF_WITHIN = 400

/** True when the text says how to reach somebody: a labelled phone number or a mail address. */
export function holdsContactDetails(text: string): boolean {
  return EMAIL.test(text) || CONTACT_LINE.test(text) || LABELLED_PHONE.test(text) || INTERNATIONAL_PHONE.test(text)
}

/** Takes the contact blocks out of the lines of a text, wherever they stand. */
export function takeContacts(lines: readonly string[]): ContactFinding {
  const kept: string[] = []
  const contacts: Contact[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] as string
    const label = labelIn(line)
    if (label === undefined || !isProven(lines, at, label)) {
      kept.push(line)
      at++
      continue
    }
    const before = line.slice(0, label).trimEnd()
    if (before !== '') kept.push(before)
    const end = blockEnd(lines, at, kept.every(isAboveTitle))
    contacts.push(...readContacts([line.slice(label), ...lines.slice(at + 1, end)]))
    at = end
  }
  const tail = unlabelledTail(kept)
  if (tail < kept.length) contacts.push(...readContacts(kept.splice(tail)))
  return { lines: kept, contacts }
}

/** Blank, the kind of a release, its number or its date: the title is still to come. */
function isAboveTitle(line: string): boolean {
  return line.trim() === '' || isKindLine(line) || readDateLine(line) !== undefined
}

function labelIn(line: string): number | undefined {
  if (LABEL_AT_START.test(line)) return 0
  const inside = LABEL_IN_LINE.exec(line)
  return inside === null ? undefined : inside.index
}

/** A label opens a block only when somebody can be reached through what follows it. */
function isProven(lines: readonly string[], at: number, label: number): boolean {
  const first = (lines[at] as string).slice(label)
  let ahead = first
  for (let i = at + 1; i < lines.length && ahead.length < PROOF_WITHIN && i < at + 14; i++) {
    if (isProse(lines[i] as string)) break
    ahead += `\n${lines[i]}`
  }
  return (
    holdsContactDetails(ahead) ||
    BARE_PHONE.test(first) ||
    (/[:：]\s*$/.test(first) && first.length < 120) ||
    /\b(?:www\.|https?:)/.test(ahead)
  )
}

function isProse(line: string): boolean {
  const length = line.trim().length
  if (holdsContactDetails(line)) return false
  return length > LONGEST_CONTACT_LINE || (length > 45 && /[.!?]["”»]?\s*$/.test(line))
}

/**
 * The first line after a block: a note, an end mark, prose, or what can only be the next title. One at the top has the
 * title below it: it ends with what tells how to reach somebody.
 */
function blockEnd(lines: readonly string[], start: number, isTop: boolean): number {
  let end = start + 1
  const first = lines[start] as string
  let isReachable = holdsContactDetails(first) || BARE_PHONE.test(first)
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] as string
    if (line.trim() === '') continue
    if (NOTES.test(line) || isEndMark(line)) break
    const previous = (lines[i - 1] as string).trim()
    // The sentence that opens the block may be wrapped: its lines run on until they name somebody or stop.
    const runsOn = previous !== '' && i - start < 6 && !/[.!?:]["”»]?$/.test(previous) && /^\s*[\p{Ll}(]/u.test(line)
    if (isProse(line) && !runsOn) break
    const hasDetails = holdsContactDetails(line)
    if (isReachable && !hasDetails && (previous === '' || isTop) && isFollowedByProse(lines, i)) break
    if (isTop && isReachable && !hasDetails && (isKindLine(line) || (previous === '' && !namesNext(lines, i)))) break
    isReachable ||= hasDetails
    end = i + 1
  }
  return end
}

/** True when the line right below says how to reach whom a line names. */
function namesNext(lines: readonly string[], at: number): boolean {
  return holdsContactDetails(lines[at + 1] ?? '')
}

/** True when prose comes next after a line, blanks apart. */
function isFollowedByProse(lines: readonly string[], at: number): boolean {
  const next = lines.slice(at + 1).find((line) => line.trim() !== '')
  return next !== undefined && isProse(next)
}

/** True for the marks that close a release: ENDS, ###, * * *, -30-, and rules. */
export function isEndMark(line: string): boolean {
  return /^\s*(?:[-–—=*_]*\s*(?:ends?|fin|fin du communiqué|fim|ende|конец)\s*[-–—=*_.]*|#+(?:\s*#+)+|#{2,}|\*(?:\s*\*){2,}|[-–—]\s*30\s*[-–—]|_{4,}|-{4,}|={4,}|(?:- ){3,}-?|النهاية|انتهى)\s*$/iu.test(
    line,
  )
}

/** Where the last lines are nothing but phones and addresses below short lines; else the number of lines. */
function unlabelledTail(lines: readonly string[]): number {
  let start = lines.length
  let proven = false
  for (let i = lines.length - 1; i >= 0 && lines.length - i <= 20; i--) {
    const line = (lines[i] as string).trim()
    if (line === '') continue
    const isDetail = CONTACT_LINE.test(line) && line.length <= 120
    if (isDetail) {
      start = i
      proven = true
      continue
    }
    // Up to three short lines above a phone number name its owner.
    const isName =
      proven && start - i <= 3 && line.length <= 50 && !/[.!?:;]$/.test(line) && /^[\p{Lu}\p{Lo}]/u.test(line)
    if (!isName) break
    const above = lines[i - 1]
    if (above === undefined || above.trim() !== '') break
    start = i
  }
  return start
}

/** Reads the people named in a contact block, in order. */
export function readContacts(block: readonly string[]): Contact[] {
  const contacts: Contact[] = []
  let current: Contact = {}
  const push = (): void => {
    if (
      current.phone !== undefined ||
      current.email !== undefined ||
      (current.name !== undefined && current.office !== undefined)
    ) {
      contacts.push(current)
    }
    current = {}
  }
  for (const [number, raw] of block.entries()) {
    let line = oneLine(raw.replace(BROKEN_MAILTO, ' $1 '))
    if (number === 0) line = line.replace(new RegExp(`^\\W*(?:${LABELS})`, 'iu'), '')
    for (const part of line.split(/\s*[;|]\s*|(?<=\S),?\s+(?:or|ou|o|oder|e|y|et|and)\s+(?=\p{Lu}\p{L}+ \p{Lu})/u))
      readPart(part)
  }
  push()
  return contacts

  function readPart(part: string): void {
    const emails = [...new Set((part.match(EMAILS) ?? []).map(trimAddress))]
    const phone = (
      LABELLED_PHONE.exec(part)?.[1] ??
      INTERNATIONAL_PHONE.exec(part)?.[0] ??
      BARE_PHONE.exec(part)?.[0]
    )?.trim()
    const words = namePart(part)
    if (words !== '') {
      const isComplete = current.phone !== undefined || current.email !== undefined
      if (isComplete) push()
      if (current.name === undefined && !isOffice(words)) Object.assign(current, nameAndOffice(words))
      else if (current.office === undefined) current.office = words
      else if (current.name === undefined) current.name = words
    }
    if (phone !== undefined && !/^\s*fax/i.test(part)) {
      if (current.phone === undefined) current.phone = phone.replace(/[\s.\-–/(]+$/, '')
    }
    for (const email of emails) {
      if (current.email !== undefined && current.email !== email) push()
      current.email = email
    }
  }
}

function trimAddress(email: string): string {
  return email.replace(/[.-]+$/, '')
}

function isOffice(words: string): boolean {
  return /^(?:IOM|OIM|UNHCR|HCR|ACNUR|UN|ONU|OHCHR|UNICEF|WHO|Press|Media|Public|Office|Bureau|Oficina|Communications?)\b/.test(
    words,
  )
}

/** What is left of a line when numbers, addresses and their labels are gone. */
function namePart(part: string): string {
  const rest = part
    .replace(EMAILS, ' ')
    .replace(new RegExp(LABELLED_PHONE.source, 'giu'), ' ')
    .replace(new RegExp(INTERNATIONAL_PHONE.source, 'g'), ' ')
    .replace(new RegExp(BARE_PHONE.source, 'gu'), ' ')
    .replace(/\bhttps?:\S+|\bwww\.\S+/gi, ' ')
    .replace(
      /(?<!\p{L})(?:e-?mails?|courriel|correo(?: electrónico)?|email address|mailto|тел|البريد الإلكتروني)\s*[:.]?/giu,
      ' ',
    )
    .replace(new RegExp(`(?<!\\p{L})${PHONE_LABEL}\\s*[:.：]`, 'giu'), ' ')
    .replace(
      /^[^\p{L}]*(?:please |kindly )?(?:contact(?:er|ar|ez)?|call|veuillez contacter|à contacter|contacte a|favor (?:de )?(?:contactar|comunicarse con)|póngase en contacto con|يرجى (?:الاتصال|التواصل)(?: ب| مع)?|الرجاء الاتصال|обращайтесь к|contattare|entre em contato com|wenden sie sich(?: bitte)? an)(?!\p{L})(?: (?:a|with|à)(?!\p{L}))?\s*[:,]?/iu,
      ' ',
    )
  const words = oneLine(rest).replace(/^[\s:,.;–—•*"'<>/()-]+|[\s:,;–—•*"'<>/(-]+$/gu, '')
  if (!/\p{L}{2}/u.test(words) || words.length > 120 || /^(?:or|ou|and|et|oder|und|y|e|o|или|أو)$/iu.test(words))
    return ''
  return words.replace(/[.,]$/, '')
}

function nameAndOffice(words: string): Contact {
  const match =
    /^((?:(?:Mr|Mrs|Ms|Dr|M|Mme|Sr|Sra)\.? )?[^\d,@]{3,60}?)(?:,| at | in | à | au | aux | en | [–—-] | \()\s*(.{2,80}?)\)?$/u.exec(
      words,
    )
  if (match === null) return { name: words }
  return { name: (match[1] as string).trim(), office: (match[2] as string).trim() }
}
