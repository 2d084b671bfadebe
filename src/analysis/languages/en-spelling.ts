/** When do two English spellings mean one word? British and American families meet in one spelling before stemming. */

// "-ise" and "-isation" become "-ize" and "-ization", but for these, which have no z anywhere.
const KEPT_S = new Set(
  'advise advertise apprise arise bruise chastise circumcise comprise compromise concise cruise demise despise devise disfranchise disguise enfranchise enterprise excise exercise exorcise expertise franchise improvise incise likewise malaise merchandise noise otherwise paradise poise praise precise premise promise raise reprise revise rise supervise surmise surprise televise treatise turquoise uprise valise wise appraise braise mayonnaise marquise porpoise tortoise cerise chemise anise bise guise mise vise disenfranchise overexercise rephrise reraise'.split(
    ' ',
  ),
)
const ISE = /^([a-z]{2,}is)(e|ed|es|er|ers|ing|able|ation|ations|ational)$/

const YSE = /^(anal|paral|catal|hydrol|dial|electrol)ys(e|ed|er|ers|ing)$/

const OUR =
  /^((?:dis|mis|un|be|en|re)?(?:arm|behavi|cand|clam|col|demean|endeav|enam|fav|ferv|flav|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig|ard|arb))our(?=$|s$|e|i|a|l|h|f|n|m)/

const RE =
  /^(centi|epicent|cent|theat|lit|millilit|met|kilomet|centimet|millimet|fib|calib|spect|somb|meag|lust|sab|lit|reconnoit|och|manoeuv|maneuv)r(?:e(s|d)?|(ing))$/

const DOUBLE_L =
  /^((?:un|re|out|dis|mis)?(?:travel|cancel|label|model|level|counsel|signal|fuel|dial|total|marvel|quarrel|rival|shovel|channel|funnel|tunnel|jewel|initial|parcel|pedal|panel|equal|bevel|chisel|duel|gruel|grovel|imperil|libel|medal|pencil|revel|shrivel|snorkel|spiral|swivel|trial|tranquil|unravel|victual|yodel))l(?=ed$|ing|er|or|ous|ist)/

const SE = /^(defen|offen|preten|licen)c(e|es|ed|ing|eless)$/
const PRACTISE = /^(mal)?practis(e|es|ed|ing)$/

const GREEK: readonly [RegExp, string][] = [
  [/^(p|orthop)aed/, '$1ed'],
  [/^(an|leuk|septic|ur|hypoglyc|isch)aemi/, '$1emi'],
  [/^an(a)esth/, 'anesth'],
  [/^haem(?=[aeo])/, 'hem'],
  [/^gynaec/, 'gynec'],
  [/^archaeo/, 'archeo'],
  [/^encyclopaed/, 'encycloped'],
  [/^mediaev/, 'mediev'],
  [/^f(o)et(us|al)/, 'fet$2'],
  [/^oestr/, 'estr'],
  [/^diarrhoea/, 'diarrhea'],
  [/^manoeuv/, 'maneuv'],
  [/^oedema/, 'edema'],
  [/^sulph/, 'sulf'],
  [/^aluminium/, 'aluminum'],
  [/^aeroplane/, 'airplane'],
  [/^sceptic/, 'skeptic'],
  [/^mo(?:u)(?=ld|lt)/, 'mo'],
  [/^plough/, 'plow'],
  [/^moslem/, 'muslim'],
  [/^gips(?=y|ies)/, 'gyps'],
]

/** Whole words, each with the spelling it is known by here. Irregular plurals of frequent words are among them. */
const WORDS = new Map(
  `programme program;programmes programs;cheque check;cheques checks;grey gray;ageing aging;judgement judgment;
judgements judgments;acknowledgement acknowledgment;acknowledgements acknowledgments;enrol enroll;enrols enrolls;
enrolment enrollment;enrolments enrollments;fulfil fulfill;fulfils fulfills;fulfilment fulfillment;instalment installment;
instalments installments;skilful skillful;wilful willful;tyre tire;tyres tires;kerb curb;gaol jail;gaols jails;gaoled jailed;
catalogue catalog;catalogues catalogs;dialogue dialog;dialogues dialogs;analogue analog;artefact artifact;artefacts artifacts;
focussed focused;focusses focuses;focussing focusing;benefitted benefited;benefitting benefiting;learnt learned;burnt burned;
spelt spelled;dreamt dreamed;advisor adviser;advisors advisers;protestor protester;protestors protesters;
amongst among;whilst while;storey story;storeys stories;jewellery jewelry;pyjamas pajamas;draught draft;draughts drafts;
cosy cozy;mum mom;mums moms;aesthetic esthetic;tonne ton;tonnes tons;cooperation cooperation;licence license;
crises crisis;analyses analysis;theses thesis;hypotheses hypothesis;diagnoses diagnosis;emphases emphasis;
women woman;men man;children child;policemen policeman;policewomen policewoman;fishermen fisherman;
servicemen serviceman;spokesmen spokesman;spokeswomen spokeswoman;feet foot;teeth tooth;lives life;wives wife;
criteria criterion;phenomena phenomenon;grandchildren grandchild;stepchildren stepchild;schoolchildren schoolchild`
    .split(/;\s*/)
    .map((pair) => pair.split(' ') as [string, string]),
)

/** The spelling that a word shares with the others of its family; the word itself when it has none. */
export function sharedSpelling(word: string): string {
  const known = WORDS.get(word)
  if (known !== undefined) return known
  const ise = ISE.exec(word)
  if (ise) return keepsS(ise[1]!) ? word : `${ise[1]!.slice(0, -1)}z${ise[2]}`
  if (word.includes('our')) return word.replace(OUR, '$1or')
  if (word.includes('ll')) return word.replace(DOUBLE_L, '$1')
  const changed = word
    .replace(YSE, '$1yz$2')
    .replace(SE, '$1s$2')
    .replace(PRACTISE, '$1practic$2')
    .replace(RE, '$1er$2$3')
  if (changed !== word) return changed
  for (const [pattern, replacement] of GREEK) if (pattern.test(word)) return word.replace(pattern, replacement)
  return word
}

function keepsS(base: string): boolean {
  return (
    KEPT_S.has(`${base}e`) || KEPT_S.has(`${base.replace(/^(?:re|un|over|out|mis|pre|self|well|non|counter)/, '')}e`)
  )
}
