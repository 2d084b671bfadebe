/**
 * Which currencies are the money of one country only?
 *
 * Written by hand. A text that names no country but counts in one of these is probably from there. Words that are also
 * plain words (real, won, mark, sol, rand as a name) are left out. A row is: alpha-2 | forms in small letters.
 */
export const CURRENCIES_OF_ONE_COUNTRY = `
AL|lek;leks
AM|dram;drams
AT|schilling;schillings
BD|taka;takas
CN|yuan;renminbi
DE|deutschmark;deutschmarks;deutschemark;deutschemarks
ES|peseta;pesetas
ET|birr
GB|sterling
GE|lari
GH|cedi;cedis
GM|dalasi;dalasis
GR|drachma;drachmas
GT|quetzales
HN|lempira;lempiras
HT|gourde;gourdes
HU|forint;forints
ID|rupiah
IL|shekel;shekels
IN|crore;crores
IT|lire
JP|yen
KH|riel;riels
KZ|tenge
LA|kip
MG|ariary
MM|kyat;kyats
MN|tugrik;tugriks
MY|ringgit
MZ|metical;meticais
NG|naira
NL|guilder;guilders
PL|zloty;zlotys
PY|guaranies
SL|leones
TH|baht
TJ|somoni
UA|hryvnia;hryvnias
VE|bolivars
VN|dong
`

/**
 * Legal forms of companies that one country's law has. They too say where a text is from that names no country. Written
 * by hand; a row is: alpha-2 | forms in small letters.
 */
export const COMPANY_FORMS_OF_ONE_COUNTRY = `
DE|gmbh
FI|oyj
GB|plc
MY|bhd
`
