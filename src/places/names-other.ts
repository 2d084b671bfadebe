/**
 * What else is each country called: official names, short forms, old names and usual misspellings, by language.
 *
 * Written by hand. A row is: alpha-2 | names separated by semicolons; a name that CLDR already has is not repeated.
 * Every name here is a synonym of the country; states that have ended are in `former-states.ts`.
 */
import type { PlaceLanguage } from './place-language.js'

export const OTHER_NAMES: Record<PlaceLanguage, string> = {
  en: `
AD|Principality of Andorra
AE|UAE;Emirates;the Emirates
AF|Islamic Republic of Afghanistan;Islamic Emirate of Afghanistan
AG|Antigua
AL|Republic of Albania
AM|Republic of Armenia
AO|Republic of Angola
AR|Argentine Republic;the Argentine
AT|Republic of Austria
AU|Commonwealth of Australia
AX|Aland Islands;Aland
AZ|Republic of Azerbaijan;Azerbaidjan
BA|Bosnia-Herzegovina;Bosnia-Hercegovina;Bosnia and Hercegovina;BiH
BD|People's Republic of Bangladesh;Bangla Desh
BE|Kingdom of Belgium
BF|Upper Volta;Burkina
BG|Republic of Bulgaria
BH|Kingdom of Bahrain;Bahrein
BI|Republic of Burundi
BJ|Republic of Benin;Dahomey
BL|Saint Barthelemy;Saint Barth
BN|Brunei Darussalam;Nation of Brunei
BO|Plurinational State of Bolivia;Bolivia, Plurinational State of;Republic of Bolivia
BQ|Bonaire, Sint Eustatius and Saba;Bonaire
BR|Federative Republic of Brazil
BS|Commonwealth of the Bahamas;The Bahamas
BT|Kingdom of Bhutan
BW|Republic of Botswana;Bechuanaland
BY|Republic of Belarus;Byelorussia;Belorussia
BZ|British Honduras
CA|Dominion of Canada
CC|Keeling Islands;Cocos (Keeling) Islands
CD|DR Congo;D.R. Congo;DRC;Congo-Kinshasa;Congo Kinshasa;Congo (Kinshasa);Congo (DRC);Democratic Republic of Congo;Congo, Democratic Republic of the;Congo, the Democratic Republic of the;Congo, Dem. Rep.;Zaire;Belgian Congo;Congo-Zaire
CF|CAR;Central African Empire;Ubangi-Shari
CG|Congo-Brazzaville;Congo Brazzaville;Congo (Brazzaville);Congo;Republic of Congo;Congo Republic;People's Republic of the Congo;Congo, Rep.
CH|Swiss Confederation
CI|Republic of Côte d'Ivoire;Cote d'Ivoire;Republic of Ivory Coast
CL|Republic of Chile
CM|Republic of Cameroon;Cameroons
CN|People's Republic of China;P.R. China;PR China;PRC;Mainland China;Communist China
CO|Republic of Colombia
CR|Republic of Costa Rica
CU|Republic of Cuba
CV|Republic of Cabo Verde;Cape Verde Islands
CW|Curacao
CY|Republic of Cyprus
CZ|Czech Rep
DE|Federal Republic of Germany;FRG
DJ|Republic of Djibouti;French Somaliland;Afars and Issas
DK|Kingdom of Denmark
DM|Commonwealth of Dominica
DO|Dominican Rep
DZ|People's Democratic Republic of Algeria
EC|Republic of Ecuador
EE|Republic of Estonia
EG|Arab Republic of Egypt;United Arab Republic
EH|Sahrawi Arab Democratic Republic;Spanish Sahara;Sahrawi Republic
ER|State of Eritrea
ES|Kingdom of Spain
ET|Federal Democratic Republic of Ethiopia;Abyssinia
FI|Republic of Finland
FJ|Republic of Fiji;Fiji Islands
FK|Falklands;Malvinas;Islas Malvinas
FM|Federated States of Micronesia;Micronesia, Federated States of;FSM;F.S. Micronesia
FO|Faeroe Islands;Faeroes;Faroes
FR|French Republic
GA|Gabonese Republic
GB|United Kingdom of Great Britain and Northern Ireland;Great Britain;Britain;U.K.
GE|Republic of Georgia
GF|French Guyana
GH|Republic of Ghana;Gold Coast
GM|The Gambia;Republic of The Gambia;Gambia, The;Republic of the Gambia
GN|Republic of Guinea;Guinea-Conakry;Guinea Conakry;French Guinea
GQ|Republic of Equatorial Guinea;Spanish Guinea
GR|Hellenic Republic
GS|South Georgia;South Georgia and the South Sandwich Islands
GT|Republic of Guatemala
GW|Republic of Guinea-Bissau;Guinea Bissau;Portuguese Guinea
GY|Co-operative Republic of Guyana;Cooperative Republic of Guyana;British Guiana
HK|Hong Kong SAR;Hongkong;HKSAR;Hong Kong SAR China;Hong Kong Special Administrative Region;Hong Kong, China;China, Hong Kong SAR
HM|Heard Island and McDonald Islands
HN|Republic of Honduras
HR|Republic of Croatia
HT|Republic of Haiti;Hayti
HU|Hungarian Republic
ID|Republic of Indonesia;Dutch East Indies
IE|Republic of Ireland;Eire;Irish Republic;Irish Free State
IL|State of Israel
IN|Republic of India
IO|Chagos Islands;Chagos Archipelago
IQ|Republic of Iraq;Irak
IR|Islamic Republic of Iran;Iran, Islamic Republic of;Iran (Islamic Republic of);Persia
IS|Republic of Iceland
IT|Italian Republic
JO|Hashemite Kingdom of Jordan;Transjordan
JE|Bailiwick of Jersey
JP|State of Japan
KE|Republic of Kenya
KG|Kyrgyz Republic;Kirghizia;Kirgizia;Kirgizstan;Kyrgyztan
KH|Kingdom of Cambodia;Kampuchea;Democratic Kampuchea;Khmer Republic
KI|Republic of Kiribati;Gilbert Islands
KM|Union of the Comoros;Comoro Islands;Comoros Islands
KN|Saint Kitts and Nevis;St Kitts and Nevis;Saint Kitts;St Kitts;Saint Christopher and Nevis;Federation of Saint Christopher and Nevis
KP|Democratic People's Republic of Korea;DPRK;DPR Korea;D.P.R. Korea;Korea, Democratic People's Republic of;Korea, Dem. People's Rep.;Korea, North;N. Korea
KR|Republic of Korea;ROK;Korea, Republic of;Korea, Rep.;Korea, South;S. Korea;Rep. of Korea;Korea
KW|State of Kuwait
KY|Caymans;Cayman
KZ|Republic of Kazakhstan;Kazakstan
LA|Lao People's Democratic Republic;Lao PDR;Lao P.D.R.;Lao;LPDR
LB|Lebanese Republic
LC|Saint Lucia;St Lucia
LI|Principality of Liechtenstein
LK|Democratic Socialist Republic of Sri Lanka;Ceylon
LR|Republic of Liberia
LS|Kingdom of Lesotho;Basutoland
LT|Republic of Lithuania
LU|Grand Duchy of Luxembourg;Luxemburg
LV|Republic of Latvia
LY|State of Libya;Libyan Arab Jamahiriya;Libyan Arab Republic;Socialist People's Libyan Arab Jamahiriya;Great Socialist People's Libyan Arab Jamahiriya
MA|Kingdom of Morocco
MC|Principality of Monaco
MD|Republic of Moldova;Moldova, Republic of;Moldavia
ME|Republic of Montenegro
MF|Saint Martin;Saint Martin (French part)
MG|Republic of Madagascar;Malagasy Republic
MH|Republic of the Marshall Islands
MK|Macedonia;Republic of North Macedonia;Republic of Macedonia;The former Yugoslav Republic of Macedonia;former Yugoslav Republic of Macedonia;Macedonia, the former Yugoslav Republic of;FYROM;FYR Macedonia;FYR of Macedonia;the Former Yugoslav Republic of Macedonia (FYROM);Northern Macedonia;N. Macedonia
ML|Republic of Mali;French Sudan
MM|Republic of the Union of Myanmar;Union of Myanmar;Union of Burma;Myanmar/Burma;Burma/Myanmar;Myanmar (Burma);Burma (Myanmar)
MN|Mongolian People's Republic;Outer Mongolia
MO|Macau;Macao SAR;Macau SAR;Macao SAR China;Macao Special Administrative Region;Macao, China;China, Macao SAR
MP|Commonwealth of the Northern Mariana Islands;Northern Marianas;CNMI
MR|Islamic Republic of Mauritania
MT|Republic of Malta
MU|Republic of Mauritius
MV|Republic of Maldives;Maldive Islands;the Maldives
MW|Republic of Malawi;Nyasaland
MX|United Mexican States
MY|Federation of Malaysia;Malaya
MZ|Republic of Mozambique;Mocambique
NA|Republic of Namibia;South West Africa;South-West Africa
NE|Republic of Niger;Republic of the Niger;the Niger
NG|Federal Republic of Nigeria
NI|Republic of Nicaragua
NL|The Netherlands;Holland;Kingdom of the Netherlands
NO|Kingdom of Norway
NP|Federal Democratic Republic of Nepal;Kingdom of Nepal;Nepaul
NR|Republic of Nauru
NZ|Aotearoa;Aotearoa New Zealand
OM|Sultanate of Oman;Muscat and Oman
PA|Republic of Panama
PE|Republic of Peru
PG|PNG;Independent State of Papua New Guinea;Papua-New Guinea;P.N.G.
PH|Republic of the Philippines;Philippine Islands;the Philippines;Phillipines;Philipines
PK|Islamic Republic of Pakistan
PL|Republic of Poland
PM|Saint Pierre and Miquelon;St Pierre and Miquelon
PN|Pitcairn
PR|Commonwealth of Puerto Rico;Porto Rico
PS|State of Palestine;Palestine, State of;Occupied Palestinian Territory;Occupied Palestinian Territories;occupied Palestinian territory, including east Jerusalem;Palestinian Territory;Palestinian Territories;Palestinian Authority;OPT;oPt;Palestinian Territory, Occupied;West Bank and Gaza;West Bank and Gaza Strip
PT|Portuguese Republic
PW|Republic of Palau;Belau
PY|Republic of Paraguay
QA|State of Qatar
RE|Reunion Island;La Reunion
RO|Rumania;Roumania
RS|Republic of Serbia;Servia
RU|Russian Federation
RW|Rwandese Republic;Republic of Rwanda;Ruanda
SA|Kingdom of Saudi Arabia;KSA
SB|Solomons
SC|Republic of Seychelles;the Seychelles
SD|Republic of the Sudan;the Sudan;Republic of Sudan
SE|Kingdom of Sweden
SG|Republic of Singapore
SH|Saint Helena;Saint Helena, Ascension and Tristan da Cunha
SI|Republic of Slovenia
SJ|Svalbard
SK|Slovak Republic
SL|Republic of Sierra Leone
SM|Republic of San Marino
SN|Republic of Senegal
SO|Federal Republic of Somalia;Somali Republic;Somali Democratic Republic
SR|Republic of Suriname;Surinam;Dutch Guiana
SS|Republic of South Sudan;Southern Sudan
ST|Sao Tome and Principe;Democratic Republic of Sao Tome and Principe;Sao Tome
SV|Republic of El Salvador;Salvador
SX|St Maarten;Saint Martin (Dutch part)
SY|Syrian Arab Republic;Syria Arab Republic
SZ|Kingdom of Eswatini;Kingdom of Swaziland;eSwatini
TC|Turks and Caicos;Turks & Caicos
TD|Republic of Chad;Tchad
TF|French Southern and Antarctic Lands
TG|Togolese Republic;Togoland
TH|Kingdom of Thailand;Siam
TJ|Republic of Tajikistan;Tadzhikistan;Tadjikistan
TL|Democratic Republic of Timor-Leste;Portuguese Timor;Timor Leste
TM|Turkmenia;Turkmenistan (Republic of)
TN|Republic of Tunisia;Tunisian Republic
TO|Kingdom of Tonga
TR|Republic of Turkey;Republic of Türkiye;Turkiye
TT|Republic of Trinidad and Tobago;Trinidad;Trinidad-Tobago
TV|Ellice Islands
TW|Republic of China;Formosa;Chinese Taipei;Taiwan, Province of China;Nationalist China;Taiwan (Province of China)
TZ|United Republic of Tanzania;Tanzania, United Republic of;Tanganyika
UA|the Ukraine
UG|Republic of Uganda
US|United States of America;USA;U.S.;U.S.A.;America
UY|Eastern Republic of Uruguay;Oriental Republic of Uruguay
UZ|Republic of Uzbekistan
VA|Holy See;Vatican;Vatican City State;Holy See (Vatican City State);the Vatican
VC|Saint Vincent and the Grenadines;St Vincent and the Grenadines;St. Vincent and the Grenadines;Saint Vincent;St Vincent
VE|Bolivarian Republic of Venezuela;Venezuela, Bolivarian Republic of;Venezuela (Bolivarian Republic of);Republic of Venezuela
VG|Virgin Islands, British;Virgin Islands (British)
VI|United States Virgin Islands;Virgin Islands of the United States;Virgin Islands, U.S.;American Virgin Islands;Virgin Islands;USVI
VN|Viet Nam;Socialist Republic of Viet Nam;Socialist Republic of Vietnam;Viet-Nam
VU|Republic of Vanuatu;New Hebrides
WF|Wallis and Futuna Islands
WS|Western Samoa;Independent State of Samoa
XK|Republic of Kosovo;Kosova;Kosovo (UNSCR 1244);Kosovo/UNSC 1244;Kosovo and Metohija
YE|Republic of Yemen
ZA|Republic of South Africa;RSA;Union of South Africa
ZM|Republic of Zambia;Northern Rhodesia
ZW|Republic of Zimbabwe;Rhodesia;Southern Rhodesia
`,
  fr: `
AE|E.A.U.;EAU;Émirats;Émirats arabes
AF|République islamique d'Afghanistan
AG|Antigua
AL|République d'Albanie
AO|République d'Angola
AR|République argentine
AZ|République d'Azerbaïdjan
BA|Bosnie;Bosnie et Herzégovine
BD|République populaire du Bangladesh;Bengladesh
BE|Royaume de Belgique
BF|Burkina;Haute-Volta
BH|Royaume de Bahreïn
BI|République du Burundi
BJ|République du Bénin;Dahomey
BN|Brunei Darussalam;Brunéi
BO|État plurinational de Bolivie;Bolivie (État plurinational de)
BR|République fédérative du Brésil
BY|Bélarus;République du Bélarus;Biélorussie
CD|RDC;RD Congo;R.D. Congo;Congo (RDC);Congo-Kinshasa;Congo démocratique;République Démocratique du Congo;Zaïre;Congo belge
CF|RCA;Centrafrique;République centrafricaine
CG|Congo-Brazzaville;Congo
CH|Confédération suisse
CI|RCI;République de Côte d'Ivoire;Cote d'Ivoire
CM|République du Cameroun
CN|République populaire de Chine;RPC;Chine continentale
CO|République de Colombie
CV|Cabo Verde;République de Cabo Verde;Iles du Cap-Vert
CZ|Rép. tchèque
DE|République fédérale d'Allemagne;RFA
DJ|République de Djibouti
DM|La Dominique;Commonwealth de Dominique
DO|Saint-Domingue;Rép. dominicaine
DZ|République algérienne démocratique et populaire
EG|République arabe d'Égypte
EH|République arabe sahraouie démocratique;RASD
ER|État d'Érythrée
ES|Royaume d'Espagne
ET|République fédérale démocratique d'Éthiopie;Abyssinie
FK|Malouines;Îles Falkland
FM|États fédérés de Micronésie;Micronésie (États fédérés de)
FR|République française
GA|République gabonaise
GB|Grande-Bretagne;Royaume-Uni de Grande-Bretagne et d'Irlande du Nord;R-U
GF|Guyane
GM|République de Gambie
GN|République de Guinée;Guinée-Conakry;Guinée Conakry
GQ|République de Guinée équatoriale;Guinée-Équatoriale
GR|République hellénique
GW|Guinée-Bissao;République de Guinée-Bissau
GY|Guyane britannique
HK|Région administrative spéciale de Hong Kong;RAS de Hong Kong;Hongkong
HT|République d'Haïti;Haiti
IE|République d'Irlande
IL|État d'Israël
IQ|République d'Iraq;Iraq;Irak
IR|République islamique d'Iran;Iran (République islamique d');Perse
JO|Royaume hachémite de Jordanie
KE|République du Kenya
KG|République kirghize;Kirghizstan;Kirghizistan;Kirghizie
KH|Royaume du Cambodge;Kampuchéa
KM|Union des Comores
KN|Saint-Kitts-et-Nevis
KP|République populaire démocratique de Corée;RPDC;Corée du Nord
KR|République de Corée;Corée du Sud;Corée
KW|État du Koweït
KZ|République du Kazakhstan
LA|République démocratique populaire lao;RDP lao;Laos
LB|République libanaise
LK|Ceylan
LR|République du Libéria;Libéria
LU|Grand-Duché de Luxembourg
LY|État de Libye;Jamahiriya arabe libyenne
MA|Royaume du Maroc
MD|République de Moldova;République de Moldavie;Moldova
MK|Macédoine;Macédoine du Nord;ex-République yougoslave de Macédoine;l'ex-République yougoslave de Macédoine;ARYM;ERYM
ML|République du Mali;Soudan français
MM|République de l'Union du Myanmar;Union du Myanmar
MO|Région administrative spéciale de Macao;RAS de Macao
MR|République islamique de Mauritanie
MU|Île Maurice;République de Maurice
MX|États-Unis du Mexique
NE|République du Niger
NG|République fédérale du Nigéria;Nigéria
NL|Hollande;Royaume des Pays-Bas
NZ|Aotearoa
OM|Sultanat d'Oman
PA|République du Panama
PG|PNG
PK|République islamique du Pakistan
PS|État de Palestine;Territoire palestinien occupé;Territoires palestiniens occupés;Territoires palestiniens;TPO;Autorité palestinienne
PT|République portugaise
QA|État du Qatar
RE|Île de La Réunion
RU|Fédération de Russie
RW|République rwandaise;Ruanda
SA|Royaume d'Arabie saoudite
SD|République du Soudan
SK|République slovaque
SN|République du Sénégal
SO|République fédérale de Somalie
SS|République du Soudan du Sud;Sud-Soudan
SV|Salvador;El Salvador;République d'El Salvador
SY|République arabe syrienne
SZ|Royaume d'Eswatini;Eswatini
TD|République du Tchad
TG|République togolaise
TL|République démocratique du Timor-Leste;Timor-Leste
TN|République tunisienne
TR|République de Turquie
TT|Trinité et Tobago;Trinidad-et-Tobago;Trinidad et Tobago
TW|République de Chine;Formose
TZ|République-Unie de Tanzanie;République unie de Tanzanie
US|États-Unis d'Amérique;USA;Etats Unis;Amérique
VA|Saint-Siège;Vatican;Cité du Vatican
VE|République bolivarienne du Venezuela;Venezuela (République bolivarienne du);Vénézuéla
VN|Viêt Nam;Viêt-Nam;Vietnam;République socialiste du Viet Nam
WS|Samoa occidentales
XK|République du Kosovo
YE|République du Yémen
ZA|République sud-africaine;RSA
ZM|République de Zambie
ZW|République du Zimbabwe;Rhodésie
`,
  es: `
AE|EAU;E.A.U.;Emiratos;Emiratos Árabes
AF|República Islámica del Afganistán
AL|República de Albania
AR|República Argentina
BA|Bosnia;Bosnia-Herzegovina
BD|República Popular de Bangladesh;Bangla Desh
BE|Reino de Bélgica
BF|Burkina;Burkina Fasso;Alto Volta
BH|Reino de Bahrein;Bahrein
BN|Brunei Darussalam
BO|Estado Plurinacional de Bolivia;Bolivia (Estado Plurinacional de)
BR|República Federativa del Brasil
BY|Belarús;Bielorrusia
BW|Botsuana;Botswana
CD|RDC;RD Congo;R.D. del Congo;República Democrática de Congo;Congo-Kinshasa;Zaire
CF|RCA;República Centro Africana
CG|Congo-Brazzaville;Congo
CH|Confederación Suiza
CI|Côte d'Ivoire
CL|República de Chile
CN|República Popular China;China continental
CO|República de Colombia
CR|República de Costa Rica
CU|República de Cuba
CZ|República Checa;Rep. Checa
DE|República Federal de Alemania;RFA
DO|Rep. Dominicana;Santo Domingo
DZ|República Argelina Democrática y Popular
EC|República del Ecuador
EG|República Árabe de Egipto
EH|República Árabe Saharaui Democrática;Sáhara Occidental;Sahara Occidental
ES|Reino de España
ET|República Democrática Federal de Etiopía
FK|Malvinas;Islas Falkland
FM|Estados Federados de Micronesia
FR|República Francesa
GB|Gran Bretaña;Reino Unido de Gran Bretaña e Irlanda del Norte;R.U.
GQ|República de Guinea Ecuatorial
GR|República Helénica
GT|República de Guatemala
GW|Guinea Bissau;Guinea-Bissau
HK|Región Administrativa Especial de Hong Kong;RAE de Hong Kong
HN|República de Honduras
HT|República de Haití
IE|República de Irlanda
IL|Estado de Israel
IQ|República de Iraq;Iraq;Irak
IR|República Islámica del Irán;Irán (República Islámica del)
JO|Reino Hachemita de Jordania
KE|Kenya;Kenia
KG|República Kirguisa;Kirguizistán;Kirguizstán
KP|República Popular Democrática de Corea;Corea del Norte
KR|República de Corea;Corea del Sur;Corea
LA|República Democrática Popular Lao;Lao
LB|República Libanesa
LK|Ceilán
LS|Lesotho;Lesoto
LY|Estado de Libia;Jamahiriya Árabe Libia
MA|Reino de Marruecos
MD|República de Moldova;Moldova
MK|Macedonia;Macedonia del Norte;la ex República Yugoslava de Macedonia;ex República Yugoslava de Macedonia
MM|República de la Unión de Myanmar;Unión de Myanmar
MO|Macau;Región Administrativa Especial de Macao;RAE de Macao
MW|Malawi;Malaui
MX|Estados Unidos Mexicanos;Méjico
NE|República del Níger
NG|República Federal de Nigeria
NI|República de Nicaragua
NL|Holanda;Reino de los Países Bajos
OM|Sultanía de Omán
PA|República de Panamá
PE|República del Perú
PG|Papua Nueva Guinea;Papua Nueva-Guinea
PH|República de Filipinas
PK|República Islámica del Pakistán;Pakistan
PS|Estado de Palestina;Territorio Palestino Ocupado;Territorios Palestinos Ocupados;Territorios Palestinos;Autoridad Palestina
PY|República del Paraguay
QA|Qatar;Catar;Estado de Qatar
RU|Federación de Rusia;Federación Rusa
RW|Rwanda;República de Rwanda
SA|Reino de la Arabia Saudita;Arabia Saudita;Arabia Saudí
SD|República del Sudán
SK|República Eslovaca
SR|Suriname;Surinam
SS|República de Sudán del Sur
SV|República de El Salvador;Salvador
SY|República Árabe Siria
SZ|Reino de Eswatini;Swazilandia;Eswatini
TL|República Democrática de Timor-Leste
TN|República Tunecina
TR|República de Turquía;Türkiye
TT|Trinidad y Tabago;Trinidad y Tobago;Trinidad
TW|República de China;Formosa
TZ|República Unida de Tanzania;Tanzania
US|Estados Unidos de América;EE.UU.;EEUU;E.U.A.;EUA;Estados Unidos de Norteamérica;Norteamérica;USA
UY|República Oriental del Uruguay
VA|Santa Sede;Vaticano;Ciudad del Vaticano
VE|República Bolivariana de Venezuela;Venezuela (República Bolivariana de)
VN|Viet Nam;República Socialista de Viet Nam
YE|República del Yemen
ZA|República de Sudáfrica;Suráfrica
ZW|Rodesia;Zimbabwe;Zimbabue
`,
  ar: `
AE|الإمارات;دولة الإمارات;دولة الإمارات العربية المتحدة
AF|جمهورية أفغانستان الإسلامية
AO|جمهورية أنغولا
BA|البوسنة;البوسنة والهرسك
BF|بوركينافاسو
BH|مملكة البحرين
BO|دولة بوليفيا المتعددة القوميات
BR|جمهورية البرازيل الاتحادية
BY|بيلاروسيا;روسيا البيضاء
CD|الكونغو الديمقراطية;زائير;الكونغو كينشاسا;جمهورية الكونغو الديموقراطية
CF|أفريقيا الوسطى;إفريقيا الوسطى
CG|الكونغو برازافيل;الكونغو
CI|ساحل العاج;كوت ديفوار
CN|جمهورية الصين الشعبية
CV|الرأس الأخضر;كابو فيردي
CZ|تشيكيا;جمهورية التشيك;التشيك
DE|جمهورية ألمانيا الاتحادية
DZ|الجمهورية الجزائرية الديمقراطية الشعبية
EG|جمهورية مصر العربية
EH|الصحراء الغربية;الجمهورية العربية الصحراوية الديمقراطية
GB|بريطانيا;بريطانيا العظمى;المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية
GR|جمهورية اليونان
HK|هونج كونج;هونغ كونغ
IE|أيرلندا;إيرلندا
IL|دولة إسرائيل;اسرائيل
IQ|جمهورية العراق
IR|جمهورية إيران الإسلامية;الجمهورية الإسلامية الإيرانية
IT|ايطاليا
JO|المملكة الأردنية الهاشمية
KG|جمهورية قيرغيزستان;قيرغيزستان
KP|كوريا الشمالية;جمهورية كوريا الشعبية الديمقراطية
KR|كوريا الجنوبية;جمهورية كوريا;كوريا
KW|دولة الكويت
LA|جمهورية لاو الديمقراطية الشعبية
LB|الجمهورية اللبنانية
LY|دولة ليبيا;الجماهيرية العربية الليبية
MA|المملكة المغربية
MD|مولدافيا;جمهورية مولدوفا
MK|مقدونيا;مقدونيا الشمالية;جمهورية مقدونيا اليوغوسلافية السابقة
MO|ماكاو;مكاو
MR|الجمهورية الإسلامية الموريتانية
NE|جمهورية النيجر
NL|الأراضي المنخفضة
NP|النيبال
OM|سلطنة عمان;عُمان
PH|الفلبين
PK|جمهورية باكستان الإسلامية;الباكستان
PS|دولة فلسطين;الأراضي الفلسطينية المحتلة;الأرض الفلسطينية المحتلة;الأراضي الفلسطينية;السلطة الفلسطينية
PT|البرتغال
QA|دولة قطر
RU|الاتحاد الروسي;روسيا الاتحادية
SA|المملكة العربية السعودية;السعودية
SD|جمهورية السودان
SO|جمهورية الصومال الفيدرالية;الصومال
SS|جمهورية جنوب السودان
SY|الجمهورية العربية السورية;سورية;سوريا
SZ|مملكة إسواتيني
TD|جمهورية تشاد
TN|الجمهورية التونسية
TR|جمهورية تركيا
TZ|جمهورية تنزانيا المتحدة;تنزانيا
US|الولايات المتحدة الأمريكية;الولايات المتحدة الأميركية;أمريكا;أميركا
VA|الكرسي الرسولي;الفاتيكان
VE|جمهورية فنزويلا البوليفارية
VN|فيتنام;فييت نام
YE|الجمهورية اليمنية
ZA|جنوب إفريقيا;جنوب أفريقيا;جمهورية جنوب أفريقيا
ZW|زمبابوي
`,
  pt: `
AE|EAU;Emirados;Emirados Árabes
AF|República Islâmica do Afeganistão
AO|República de Angola
BA|Bósnia;Bósnia-Herzegovina
BD|Bangladeche
BF|Alto Volta;Burquina Fasso;Burkina Fasso
BH|Bahrein;Barém
BO|Estado Plurinacional da Bolívia
BR|República Federativa do Brasil
BY|Belarus;Bielorrússia;Belarrússia
CD|RDC;RD Congo;RD do Congo;República Democrática do Congo;Congo-Kinshasa;Zaire
CF|RCA;República Centroafricana
CG|Congo-Brazzaville
CI|Costa do Marfim
CM|Camarões;República dos Camarões
CN|República Popular da China;China continental
CV|República de Cabo Verde
CZ|República Checa;República Tcheca;Chéquia;Tchéquia
DE|República Federal da Alemanha
DZ|República Argelina Democrática e Popular
EE|Estónia;Estônia
EG|República Árabe do Egito;Egipto
EH|Sara Ocidental;Saara Ocidental
FK|Malvinas
FR|República Francesa
GB|Grã-Bretanha;Reino Unido da Grã-Bretanha e Irlanda do Norte
GN|Guiné;República da Guiné;Guiné-Conacri
GW|República da Guiné-Bissau;Guiné Bissau
HT|República do Haiti
IR|República Islâmica do Irã;República Islâmica do Irão;Irão;Irã
JO|Jordânia;Reino Hachemita da Jordânia
KE|Quénia;Quênia
KP|Coreia do Norte;República Popular Democrática da Coreia
KR|Coreia do Sul;República da Coreia;Coreia;Coréia do Sul
LK|Ceilão
LV|Letónia;Letônia
MA|Reino de Marrocos
MG|Madagáscar
MK|Macedónia;Macedônia;Macedónia do Norte;Macedônia do Norte
MO|Macau;RAE de Macau;Região Administrativa Especial de Macau;RAEM
MU|Maurício;Maurícia;Ilhas Maurícias
MZ|República de Moçambique
NL|Holanda
PG|Papua Nova Guiné
PL|Polónia;Polônia
PS|Estado da Palestina;Territórios Palestinianos Ocupados;Territórios Palestinos Ocupados;Território Palestino Ocupado;Territórios Palestinos
RO|Roménia;Romênia
RU|Federação Russa;Federação da Rússia
SG|Singapura;Cingapura
SI|Eslovénia;Eslovênia
SS|Sudão do Sul
ST|São Tomé e Príncipe;República Democrática de São Tomé e Príncipe;São Tomé
SV|El Salvador;Salvador
SY|República Árabe Síria;República Árabe da Síria
SZ|Essuatíni;Suazilândia;Eswatini
TL|Timor-Leste;Timor Leste;República Democrática de Timor-Leste
TM|Turcomenistão;Turquemenistão
TT|Trindade e Tobago;Trinidad e Tobago
TW|República da China;Formosa
TZ|República Unida da Tanzânia;Tanzânia
US|Estados Unidos da América;E.U.A.;EUA;América
VA|Santa Sé;Vaticano
VE|República Bolivariana da Venezuela
VN|Vietname;Vietnã;Vietnam
XK|Cosovo
YE|Iémen;Iêmen
ZA|República da África do Sul
ZW|Zimbábue;Zimbabué;Rodésia
`,
  ru: `
AE|ОАЭ;Эмираты
AF|Исламская Республика Афганистан
BA|Босния
BF|Верхняя Вольта
BO|Многонациональное Государство Боливия
BY|Белоруссия;Республика Беларусь;Беларусь
CD|ДРК;ДР Конго;Заир;Конго-Киншаса
CF|ЦАР;Центральноафриканская Республика
CG|Конго-Браззавиль;Конго
CI|Берег Слоновой Кости
CN|Китайская Народная Республика;КНР
CZ|Чешская Республика;Чехия
DE|Федеративная Республика Германия;ФРГ
DZ|Алжирская Народная Демократическая Республика
EG|Арабская Республика Египет
GB|Соединенное Королевство;Соединенное Королевство Великобритании и Северной Ирландии;Британия
GR|Греческая Республика
IR|Исламская Республика Иран
KG|Кыргызстан;Киргизия;Кыргызская Республика
KP|КНДР;Северная Корея;Корейская Народно-Демократическая Республика
KR|Республика Корея;Южная Корея;Корея
KZ|Республика Казахстан
LA|Лаосская Народно-Демократическая Республика
LB|Ливанская Республика
LY|Государство Ливия
MD|Молдавия;Республика Молдова;Молдова
MK|Македония;Северная Македония;бывшая югославская Республика Македония
MO|Макао;Аомынь
MX|Мексиканские Соединенные Штаты
NL|Голландия;Нидерланды
NZ|Новая Зеландия
PG|Папуа — Новая Гвинея
PS|Государство Палестина;Оккупированная палестинская территория;Палестинская автономия;Палестинские территории
RU|Российская Федерация;РФ
SA|Королевство Саудовская Аравия
SV|Сальвадор
SY|Сирийская Арабская Республика;САР
TJ|Республика Таджикистан
TM|Туркмения;Туркменистан
TR|Турецкая Республика
TW|Китайская Республика
TZ|Объединенная Республика Танзания
US|Соединенные Штаты Америки;США;Америка
UZ|Республика Узбекистан
VA|Святой Престол;Ватикан
VE|Боливарианская Республика Венесуэла
VN|Вьетнам;Социалистическая Республика Вьетнам
ZA|ЮАР;Южная Африка
ZW|Родезия
`,
  de: `
AE|VAE;Vereinigte Arabische Emirate;Emirate
AF|Islamische Republik Afghanistan
BA|Bosnien;Bosnien-Herzegowina
BD|Bangladesch
BF|Obervolta
BO|Plurinationaler Staat Bolivien
BY|Weißrussland;Belarus;Weissrussland
CD|DR Kongo;Kongo-Kinshasa;Zaire;Kongo (Demokratische Republik)
CF|Zentralafrikanische Republik
CG|Kongo-Brazzaville;Kongo
CH|Schweizerische Eidgenossenschaft
CI|Elfenbeinküste;Côte d'Ivoire
CM|Kamerun
CN|Volksrepublik China;VR China
CV|Kap Verde;Kapverden
CZ|Tschechische Republik;Tschechien
DE|Bundesrepublik Deutschland;BRD;Bundesrepublik
DJ|Dschibuti
DZ|Demokratische Volksrepublik Algerien
EG|Arabische Republik Ägypten
FK|Malwinen
GB|Großbritannien;Grossbritannien;Vereinigtes Königreich Großbritannien und Nordirland;Vereinigten Königreich
GR|Hellenische Republik
GQ|Äquatorialguinea
IL|Staat Israel
IR|Islamische Republik Iran
JO|Haschemitisches Königreich Jordanien
KE|Kenia
KG|Kirgistan;Kirgisistan;Kirgisien
KP|Nordkorea;Demokratische Volksrepublik Korea
KR|Südkorea;Republik Korea;Korea
LY|Libyen
MD|Moldau;Republik Moldau;Moldawien;Moldova
MK|Mazedonien;Nordmazedonien;ehemalige jugoslawische Republik Mazedonien
MM|Birma;Burma
MO|Macao
NL|Holland;Niederlande;Niederlanden
PG|Papua-Neuguinea;Papua Neuguinea
PS|Palästinensische Gebiete;Palästinensischen Gebiete;besetzte palästinensische Gebiete;Staat Palästina
RU|Russische Föderation;Russland;Rußland
RW|Ruanda
SA|Königreich Saudi-Arabien
SK|Slowakische Republik
SS|Südsudan
SY|Arabische Republik Syrien
SZ|Swasiland;Eswatini
TD|Tschad
TJ|Tadschikistan
TL|Osttimor
TR|Republik Türkei
TW|Republik China
US|Vereinigte Staaten von Amerika;Vereinigten Staaten;USA;U.S.A.;Amerika
VA|Heiliger Stuhl;Vatikan;Vatikanstadt
VE|Bolivarische Republik Venezuela
VN|Sozialistische Republik Vietnam
YE|Jemen
ZA|Republik Südafrika
ZW|Simbabwe;Rhodesien
`,
  it: `
AE|EAU;Emirati;Emirati Arabi
AF|Repubblica islamica dell'Afghanistan
BA|Bosnia;Bosnia-Erzegovina;Bosnia Erzegovina
BF|Alto Volta
BO|Stato plurinazionale della Bolivia
BY|Bielorussia
CD|RDC;RD Congo;Congo-Kinshasa;Zaire
CF|Repubblica Centrafricana;Centrafrica
CG|Congo-Brazzaville;Congo
CH|Confederazione svizzera
CI|Costa d'Avorio
CN|Repubblica Popolare Cinese
CV|Capo Verde
CZ|Repubblica Ceca;Cechia
DE|Repubblica Federale di Germania;Repubblica federale tedesca
EH|Sahara Occidentale
FK|Malvine
GB|Gran Bretagna
GN|Guinea;Guinea Conakry
GR|Repubblica Ellenica
IR|Repubblica islamica dell'Iran
JO|Regno hascemita di Giordania
KE|Kenya;Kenia
KG|Kirghizistan;Kirghizstan
KP|Corea del Nord;Repubblica Popolare Democratica di Corea
KR|Corea del Sud;Repubblica di Corea;Corea
LK|Ceylon
MD|Moldavia;Moldova
MK|Macedonia;Macedonia del Nord;ex Repubblica jugoslava di Macedonia
MU|Mauritius
NL|Olanda;Paesi Bassi
PG|Papua Nuova Guinea
PS|Stato di Palestina;Territori palestinesi occupati;Territorio palestinese occupato;Territori Palestinesi
RU|Federazione Russa;Federazione russa
RW|Ruanda
SN|Senegal
SS|Sud Sudan;Sudan del Sud
SV|El Salvador;Salvador
SY|Repubblica araba siriana
SZ|Swaziland;Eswatini
TD|Ciad
TL|Timor Est
TW|Repubblica di Cina;Formosa
US|Stati Uniti d'America;Stati Uniti;USA;U.S.A.;America
VA|Santa Sede;Vaticano;Città del Vaticano
VE|Repubblica Bolivariana del Venezuela
VN|Vietnam;Viet Nam
ZA|Repubblica Sudafricana
ZW|Rhodesia
`,
}
