/** From where to where do people move, as far as a text says it outright? Precision before recall: what is only likely is left out. */

import {
  DESTINATION_WORDS,
  FROM,
  IN,
  isMigration,
  isNoMigration,
  isReturn,
  isTravel,
  LIST_WORDS,
  MIGRANTS,
  PEOPLE,
  RANGE_WORDS,
  STATES_OF_PEOPLE,
  TO,
} from './corridor-words.js'
import { type CountryEvidence, readCountries } from './countries.js'
import type { CountryMention } from './country-mentions.js'
import { BREAK, type Words } from './country-words.js'

/** Codes of countries that people leave and that they go to or are in, in order of first statement. */
export interface CorridorFinding {
  origins: string[]
  destinations: string[]
}

/** Countries named together: "A, B and C". All are nationalities, or none is. */
interface Group {
  codes: string[]
  first: number
  last: number
  isNationality: boolean
}

// Between the parts of one statement stand at most so many words.
const REACH_TO = 8
const REACH_IN = 5
const REACH_PEOPLE = 3
const REACH_MOVEMENT = 14

/** Whether two mentions belong to one list: nothing but commas, conjunctions and articles between them. */
function isJoined(words: Words, before: CountryMention, after: CountryMention): boolean {
  if ((before.kind === 'nationality') !== (after.kind === 'nationality')) return false
  if (after.first - before.last > 4) return false
  for (let i = before.last + 1; i <= after.first; i++) {
    if ((words.breaks[i] ?? BREAK.paragraph) > BREAK.comma) return false
    if (i < after.first && !LIST_WORDS.has(words.infos[i]?.folded ?? '')) return false
  }
  // "Tripoli in Libya"
  if (after.code === before.code) return true
  if (after.first - before.last === 1) return (words.breaks[after.first] ?? 0) === BREAK.comma
  const between = words.infos.slice(before.last + 1, after.first).map((info) => info.folded)
  // "from X to Y" has "to" between, which is no list word; "in X from Y" has only a preposition and is no list either.
  return (
    words.breaks.slice(before.last + 1, after.first + 1).includes(BREAK.comma) ||
    between.some((word) => /^(?:and|or|et|ou|y|e|o|u)$/.test(word))
  )
}

function groupMentions(words: Words, mentions: readonly CountryMention[]): Group[] {
  const groups: Group[] = []
  let previous: CountryMention | undefined
  for (const mention of mentions) {
    const group = groups.at(-1)
    if (group !== undefined && previous !== undefined && isJoined(words, previous, mention)) {
      if (!group.codes.includes(mention.code)) group.codes.push(mention.code)
      group.last = mention.last
    } else {
      groups.push({
        codes: [mention.code],
        first: mention.first,
        last: mention.last,
        isNationality: mention.kind === 'nationality',
      })
    }
    previous = mention
  }
  return groups
}

/** One sentence of a text with its groups of countries. */
interface Sentence {
  words: Words
  start: number
  end: number
  groups: Group[]
}

function sentencesOf(words: Words, mentions: readonly CountryMention[]): Sentence[] {
  const sentences: Sentence[] = []
  let i = 0
  while (i < mentions.length) {
    let start = mentions[i]?.first ?? 0
    while (start > 0 && (words.breaks[start] ?? BREAK.paragraph) < BREAK.stop) start--
    let end = mentions[i]?.last ?? 0
    while (end + 1 < words.infos.length && (words.breaks[end + 1] ?? BREAK.paragraph) < BREAK.stop) end++
    const inside: CountryMention[] = []
    for (; i < mentions.length && (mentions[i]?.first ?? 0) <= end; i++) {
      const mention = mentions[i]
      if (mention !== undefined && mention.kind !== 'institution') inside.push(mention)
    }
    sentences.push({ words, start, end, groups: groupMentions(words, inside) })
  }
  return sentences
}

/** Index of the preposition before a group ("from the", "en provenance de"), or -1. Skips articles. */
function prepositionBefore({ words, start }: Sentence, { first }: Group, prepositions: ReadonlySet<string>): number {
  for (let i = first - 1; i >= Math.max(start, first - 3); i--) {
    const word = words.infos[i]?.folded ?? ''
    if (prepositions.has(word)) return i
    if (!LIST_WORDS.has(word)) return -1
  }
  return -1
}

function someWord({ words }: Sentence, from: number, to: number, test: (folded: string) => boolean): boolean {
  for (let i = Math.max(0, from); i < to; i++) if (test(words.infos[i]?.folded ?? '')) return true
  return false
}

interface Corridor {
  origins: readonly string[]
  destinations: readonly string[]
}

/** Whether words `from` to `to` speak of people on the move, or of travel in a sentence on people. */
function isMovementOfPeople(sentence: Sentence, from: number, to: number): boolean {
  if (someWord(sentence, from, to, isNoMigration)) return false
  if (someWord(sentence, from, to, isMigration)) return true
  return (
    someWord(sentence, from, to, isTravel) &&
    someWord(sentence, sentence.start, sentence.end + 1, (word) => MIGRANTS.has(word) || PEOPLE.has(word))
  )
}

/** "trafficking of women from A, B and C to D"; "from" and "to" in either order. */
function movementsIn(sentence: Sentence): Corridor[] {
  const found: Corridor[] = []
  const { groups, start } = sentence
  groups.forEach((group, i) => {
    const next = groups[i + 1]
    if (next === undefined || group.isNationality || next.isNationality || next.first - group.last > REACH_TO) return
    for (const [firstSet, secondSet, isForward] of [
      [FROM, TO, true],
      [TO, FROM, false],
    ] as const) {
      const from = prepositionBefore(sentence, group, firstSet)
      const to = prepositionBefore(sentence, next, secondSet)
      if (from < 0 || to < 0 || to <= group.last) continue
      const before = Math.max(start, from - REACH_MOVEMENT)
      if (!isMovementOfPeople(sentence, before, from)) continue
      if (someWord(sentence, Math.max(start, from - 2), from, (word) => RANGE_WORDS.has(word))) continue
      // Words of another statement between the two: "from X, where they had gone to work, to Y" is left alone.
      if (to - group.last > 4) continue
      if (group.codes.some((code) => next.codes.includes(code))) return
      found.push(
        isForward
          ? { origins: group.codes, destinations: next.codes }
          : { origins: next.codes, destinations: group.codes },
      )
      return
    }
  })
  return found
}

/** Index of the last word of the people that a nationality describes ("Syrian refugees", "réfugiés syriens"), or -1. */
function peopleOf(sentence: Sentence, group: Group): number {
  const { words, start, end } = sentence
  const isPerson = (i: number) => {
    const word = words.infos[i]?.folded ?? ''
    return MIGRANTS.has(word) || PEOPLE.has(word)
  }
  if (group.first > start && words.breaks[group.first] === BREAK.space && isPerson(group.first - 1)) return group.last
  let last = -1
  for (let i = group.last + 1; i <= Math.min(end, group.last + REACH_PEOPLE); i++) {
    if ((words.breaks[i] ?? BREAK.paragraph) > BREAK.hyphen) break
    if (isPerson(i)) last = i
  }
  if (last >= 0) return last
  // "Syrians fled to Jordan": the plural of the nationality is itself the people.
  const word = words.infos[group.last]
  if (!someWord(sentence, start, end + 1, (w) => isMigration(w) || isReturn(w))) return -1
  return word !== undefined && word.case === 'capital' && /(?:ans|is|ians|ots)$/.test(word.folded) ? group.last : -1
}

/** "Syrian refugees in Jordan"; "28 Moroccans returned from Libya". */
function peopleElsewhere(sentence: Sentence): Corridor[] {
  const found: Corridor[] = []
  const { groups, words } = sentence
  groups.forEach((group, i) => {
    const next = groups[i + 1]
    if (!group.isNationality || next === undefined || next.isNationality) return
    const people = peopleOf(sentence, group)
    if (people < 0 || next.codes.some((code) => group.codes.includes(code))) return
    const isHere = prepositionBefore(sentence, next, IN)
    if (isHere > people && isHere - people <= REACH_IN) {
      let isPlain = true
      for (let j = people + 1; j < isHere; j++) {
        const word = words.infos[j]?.folded ?? ''
        if ((words.breaks[j] ?? BREAK.paragraph) > BREAK.hyphen || !STATES_OF_PEOPLE.has(word)) isPlain = false
      }
      if (isPlain && (words.breaks[isHere] ?? BREAK.paragraph) <= BREAK.hyphen) {
        found.push({ origins: group.codes, destinations: next.codes })
        return
      }
    }
    const from = prepositionBefore(sentence, next, FROM)
    if (from > people && from - people <= REACH_IN && someWord(sentence, people + 1, from, isReturn)) {
      const after = groups[i + 2]
      // "returned from Libya to Niger": the way is stated, `movementsIn` has it.
      if (after !== undefined && prepositionBefore(sentence, after, TO) >= 0 && after.first - next.last <= REACH_TO)
        return
      found.push({ origins: next.codes, destinations: group.codes })
    }
  })
  return found
}

/** "refugees from Syria and Iraq"; with "Macao … is a destination for", the subject is where they go. */
function peopleFrom(sentence: Sentence): Corridor[] {
  const found: Corridor[] = []
  const { groups, words, start, end } = sentence
  groups.forEach((group, i) => {
    if (group.isNationality) return
    const from = prepositionBefore(sentence, group, FROM)
    if (from <= start || words.breaks[from] !== BREAK.space) return
    const word = words.infos[from - 1]?.folded ?? ''
    // "de" after "réfugiés" may be "of": French and Spanish need the full phrase of coming from.
    const isPlainOf = /^(?:de|du|des|d|del)$/.test(words.infos[from]?.folded ?? '')
    if (someWord(sentence, Math.max(start, from - REACH_MOVEMENT), from, isNoMigration)) return
    const isFromMigrants = MIGRANTS.has(word)
    const isFromPeople =
      PEOPLE.has(word) &&
      someWord(sentence, start, end + 1, (w) => /^(?:traffick|smuggl|traite|trata|migra|displac|refug)/.test(w))
    const isComing = /^(?:provenance|originaires|venus|venant|provenientes|procedentes|originarios)$/.test(word)
    const isOnTheMove = isComing && someWord(sentence, start, end + 1, (w) => MIGRANTS.has(w) || isMigration(w))
    if (!(isOnTheMove || ((isFromMigrants || isFromPeople) && !isPlainOf))) return
    const subject = groups[0]
    const isDestination =
      i > 0 &&
      subject !== undefined &&
      !subject.isNationality &&
      subject.first - start <= 2 &&
      subject.codes.length === 1 &&
      someWord(sentence, subject.last, from, (w) => DESTINATION_WORDS.has(w))
    found.push({ origins: group.codes, destinations: isDestination ? subject.codes : [] })
  })
  return found
}

/** The corridors that a release states. Never throws. A reading that is already there may be handed in. */
export function findCorridors(evidence: CountryEvidence, reading = readCountries(evidence)): CorridorFinding {
  const { texts, mentions } = reading
  const origins = new Set<string>()
  const destinations = new Set<string>()
  texts.forEach((words, part) => {
    const here = mentions.filter((mention) => mention.part === part)
    for (const sentence of sentencesOf(words, here))
      for (const corridor of [...movementsIn(sentence), ...peopleElsewhere(sentence), ...peopleFrom(sentence)]) {
        for (const code of corridor.origins) origins.add(code)
        for (const code of corridor.destinations) destinations.add(code)
      }
  })
  return { origins: [...origins], destinations: [...destinations] }
}
