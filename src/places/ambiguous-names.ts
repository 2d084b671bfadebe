/**
 * Which names of countries are also something else, so that the word alone does not settle it?
 *
 * Written by hand. A row is: alpha-2 | forms in any language. Such a form needs its capital letter, and where people,
 * cities or other countries share it, context. Concept terms should leave out the form or demand its exact spelling.
 */
export const AMBIGUOUS_NAMES = `
AG|Antigua
AI|Anguilla;Anguila
AQ|Antarctica
AR|the Argentine
AX|Aland
BF|Burkina
BI|Бурунди
BJ|بنين
CA|Kanada
CF|CAR;RCA;ЦАР
CG|Congo;Kongo;Конго;الكونغو
CI|RCI
CL|Chile;Cile;Чили
CN|China;PRC;RPC;Китай
CU|Cuba;Kuba;Куба
CW|Curaçao;Curacao
CX|Christmas Island
CY|Cyprus
DE|FRG;RFA;BRD;Bundesrepublik
DM|Dominica;Dominique
DO|Santo Domingo;Saint-Domingue
AE|EAU;E.A.U.;Emirates;the Emirates;Émirats;Emiratos;Emirados;Emirate;Emirati;الإمارات
FK|Malvinas;Malouines
FM|FSM
FR|France;França;Francia
GB|Britain;Британия;UK;RU;R.U.;R-U;R.-U.
GD|Grenada;Granada;Grenade
GE|Georgia;Géorgie;Geórgia;Грузия
GF|Guyane
GG|Guernsey
GH|Gold Coast
GN|Guinea;Guinée;Guiné;Гвинея;غينيا
GS|South Georgia
GU|Guam
IE|Ireland;Irlande;Irlanda;Irland;Ирландия
IM|Isle of Man
IN|India;Inde
IO|Chagos Islands
IS|Island
JE|Jersey
JO|Jordan
KR|Korea;Corée;Corea;Coreia;Корея;كوريا;ROK
KY|Cayman
LA|Lao
LB|Liban
LC|Saint Lucia
LU|Luxembourg;Luxemburg;Lussemburgo;Luxemburgo
MA|المغرب
MF|Saint Martin;Saint-Martin;San Martín;São Martinho;St. Martin
MK|Macedonia;Macédoine;Mazedonien;Македония;Macedónia;Macedônia
ML|Mali;Мали;مالي
MO|مكاو
MS|Montserrat
MU|Maurice;Maurício;Maurícia
MX|Mexico;México;Messico;Mexique
NE|Niger;Níger
NL|Holland
NU|Niue
NZ|Aotearoa
OM|Oman;Оман;عُمان;عمان
PA|Panama;Panamá
PE|Peru;Perú
PG|PNG
PN|Pitcairn
PR|Porto Rico
PS|OPT;oPt;TPO;West Bank and Gaza
PW|Palau
QA|قطر
RE|Réunion;Reunión
RU|РФ
SC|Seychelles
SD|Sudan
SG|Singapore
SH|Saint Helena
SI|Slovenia
SJ|Svalbard
SM|San Marino
SV|Salvador
SY|САР
TC|Turks and Caicos
TD|Chad;Tchad;Ciad;Чад
TG|Togo;Того
TR|Turkey
TT|Trinidad
US|US;USA;America;América;Amérique;Amerika;Америка;Norteamérica
VC|Saint Vincent;St Vincent
VE|Венесуэла
VG|Virgin Islands, British
VI|Virgin Islands
WS|Samoa
ZA|RSA
`
