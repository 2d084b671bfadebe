/** When do two English spellings mean one word? British and American families meet in one spelling before stemming. */

// "-ise" and "-isation" become "-ize" and "-ization", but for these, which have no z anywhere.
const KEPT_S =
  /^(?:re|un|over|mis)?(?:adv|advert|ar|bru|chast|compr|comprom|conc|cr|cru|dem|desp|dev|disgu|enterpr|exc|exerc|expert|franch|improv|inc|likew|merchand|no|otherw|parad|po|pra|pract|prec|prem|prom|ra|rev|r|superv|surm|surpr|telev|treat|w)is$/
const ISE = /^([a-z]{2,}is)(e|ed|es|er|ers|ing|able|ation|ations|ational)$/

// Each finds the spelling of one family, and what it is replaced by.
const FAMILIES: readonly [RegExp, string][] = [
  [/^(anal|paral|catal)ys(?=e$|ed|er|ing)/, '$1yz'],
  [
    /^(dis|mis|en|be)?(arm|behavi|clam|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rig|rum|savi|tum|val|vig)our/,
    '$1$2or',
  ],
  [/^(cent|epicent|theat|lit|met|(?:kilo|centi|milli)met|fib|calib)re(?=[sd]?$)/, '$1er'],
  [
    /^(re|un|dis)?(travel|cancel|label|model|level|counsel|signal|fuel|total|marvel|quarrel|rival|shovel|channel|funnel|tunnel|jewel|initial|equal)l(?=ed$|ing|er|or|ous|ist)/,
    '$1$2',
  ],
  [/^(defen|offen|preten|licen)c(?=es?$|ed|ing|eless)/, '$1s'],
  [/^(mal)?practis/, '$1practic'],
  [/^((?:ortho)?p|encyclop|leuk|an|ur|h|arch|medi|gyn)ae(?=d|mi|m[ao]|o|v|c)/, '$1e'],
  [/^foet/, 'fet'],
  [/^anaesth/, 'anesth'],
  [/^diarrhoea/, 'diarrhea'],
  [/^manoeuvr(?:e|(?=ing))/, 'maneuver'],
  [/^sceptic/, 'skeptic'],
  [/^moslem/, 'muslim'],
  [/^(catalog|dialog|analog)ues?$/, '$1'],
  [/^(enrol|fulfil|instal|skil|wil)(?=ment|s?$|ful)/, '$1l'],
  [/^(judg|acknowledg|abridg)ement/, '$1ment'],
  [/^(advis|protest)or(?=s?$)/, '$1er'],
  [/^(wo|police|policewo|spokes|spokeswo|fisher|business|service|gun|fire|)men$/, '$1man'],
  [/^(grand|step|school|)children$/, '$1child'],
  [/^(cr|analy|paraly|ba|oa|the|hypothe|diagno|empha)(i?)ses$/, '$1$2sis'],
]

const WORDS = new Map(
  `programme program;programmes program;grey gray;ageing aging;gaol jail;learnt learned;burnt burned;amongst among;whilst while;bases base;feet foot;teeth tooth;wives wife;criteria criterion`
    .split(';')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** The spelling that a word shares with the others of its family; the word itself when it has none. */
export function sharedSpelling(word: string): string {
  const known = WORDS.get(word)
  if (known !== undefined) return known
  const ise = ISE.exec(word)
  if (ise && !KEPT_S.test(ise[1]!)) return `${ise[1]!.slice(0, -1)}z${ise[2]}`
  for (const [pattern, replacement] of FAMILIES) if (pattern.test(word)) return word.replace(pattern, replacement)
  return word
}
