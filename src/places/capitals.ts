/**
 * Which cities are seats of government?
 *
 * Written by hand, in English and where other languages differ from what `cities-cldr.ts` has; old names count too.
 * A row is: alpha-2 | names. A question mark before a name says that people or other places share it, so that it
 * counts only where the country is named as well.
 */
export const CAPITALS = `
AD|Andorra la Vella
AE|Abu Dhabi;Abou Dhabi;Abou Dabi;Abu Dabi;أبو ظبي;أبوظبي;Абу-Даби
AF|Kabul
AG|?St. John's
AL|Tirana;Tiranë;Tirane
AM|Yerevan;Erivan
AO|Luanda
AR|Buenos Aires
AT|Vienna;Wien
AU|Canberra
AW|Oranjestad
AZ|Baku;Bakou;Bakú
BA|Sarajevo
BB|Bridgetown
BD|Dhaka;Dacca;Daca;Daka
BE|Brussels
BF|Ouagadougou;Uagadugú;Uagadugu
BG|Sofia
BH|Manama;المنامة
BI|Bujumbura;?Gitega
BJ|Porto-Novo;Cotonou
BM|?Hamilton
BN|Bandar Seri Begawan
BO|La Paz;?Sucre
BR|Brasilia;Brasília
BS|Nassau
BT|Thimphu;Thimbu;Thimphou
BW|Gaborone
BY|Minsk
BZ|Belmopan
CA|Ottawa
CD|Kinshasa
CF|Bangui
CG|Brazzaville
CH|Bern;Berne;Berna;Берн
CI|Yamoussoukro;Abidjan
CL|Santiago de Chile;?Santiago
CM|Yaounde;Yaoundé;Yaundé;ياوندي
CN|Beijing;Peking;Pékin;Pekín;Pequim;Pechino;بكين;Пекин
CO|Bogota;Bogotá
CR|San Jose de Costa Rica;San José de Costa Rica;?San José;?San Jose
CU|Havana;La Habana;La Havane
CV|?Praia
CY|Nicosia
CZ|Prague
DE|Berlin;?Bonn
DK|Copenhagen
DM|?Roseau
DO|Santo Domingo;Saint-Domingue
DZ|Algiers
EC|Quito
EE|Tallinn
EG|Cairo
EH|Laayoune;Laâyoune;El Aaiún;El Aaiun;?العيون
ER|Asmara
ES|Madrid
ET|Addis Ababa;Addis Abeba;Addis-Abeba;Adís Abeba;Adis Abeba;Addis
FI|Helsinki
FJ|Suva
FK|Port Stanley
FM|Palikir
FO|Torshavn
FR|Paris
GA|Libreville
GB|London
GD|?St. George's
GE|Tbilisi;Tiflis;Tbilissi
GF|Cayenne
GH|Accra
GL|Nuuk
GM|Banjul
GN|Conakry
GQ|Malabo
GR|Athens
GT|Guatemala City;Ciudad de Guatemala
GU|Hagåtña
GW|Bissau
GY|?Georgetown
HN|Tegucigalpa
HR|Zagreb
HT|Port-au-Prince;Puerto Príncipe
HU|Budapest
ID|Jakarta;Djakarta
IE|Dublin
IL|Jerusalem;Tel Aviv;Tel-Aviv;Jérusalem;Jerusalén;القدس;تل أبيب;Jerusalém;Иерусалим;Тель-Авив;Gerusalemme
IM|?Douglas
IN|New Delhi;Delhi;Nueva Delhi;نيودلهي;Nova Delhi;Nova Déli;Нью-Дели;Дели;Neu-Delhi;Nuova Delhi
IQ|Baghdad;Bagdad
IR|Tehran;Teheran
IS|Reykjavik;Reykjavík
IT|Rome
JM|?Kingston
JO|Amman;?Amán;عمّان
JP|Tokyo
KE|Nairobi
KG|Bishkek;Bichkek;Bisjkek;Frunze
KH|Phnom Penh;Phnom-Penh;Nom Pen
KI|South Tarawa
KM|Moroni
KN|?Basseterre;?San Cristóbal
KP|Pyongyang
KR|Seoul
KW|Kuwait City
KY|?George Town
KZ|Astana;Nur-Sultan;Noursoultan
LA|Vientiane
LB|Beirut
LC|?Castries
LI|Vaduz
LK|Colombo
LR|Monrovia
LS|Maseru
LT|Vilnius
LU|Luxembourg City
LV|Riga
LY|?Tripoli;Trípoli;Tripolis;Триполи
MA|Rabat;الرباط;Рабат
MC|Monte Carlo;Monte-Carlo
MD|Chisinau;Chișinău;Kishinev
ME|Podgorica
MG|Antananarivo;Tananarive
MH|Majuro
MK|Skopje
ML|Bamako
MM|Naypyidaw;Nay Pyi Taw;Yangon;Rangoon;Rangún;Rangun
MN|Ulaanbaatar;Ulan Bator;Oulan-Bator
MR|Nouakchott;Nuakchot
MS|?Plymouth
MT|?Valletta;La Valette;La Valeta
MU|Port Louis
MV|?Malé;?Male
MW|Lilongwe;Lilongüe
MX|Mexico City;Ciudad de México;Ciudad de Mexico;CDMX;مكسيكو سيتي
MY|Kuala Lumpur;Putrajaya
MZ|Maputo
NA|Windhoek
NC|Noumea;Nouméa
NE|Niamey
NG|Abuja;Abouja;Abuya
NI|Managua
NL|Amsterdam;The Hague;La Haye;La Haya;L'Aia;Den Haag;Haia;Гаага;لاهاي
NO|Oslo
NP|Kathmandu;Katmandou
NZ|?Wellington
OM|Muscat;مسقط;Mascate;Маскат
PA|Panama City;Ciudad de Panamá
PE|Lima
PF|Papeete
PG|Port Moresby
PH|Manila
PK|Islamabad
PL|Warsaw
PR|?San Juan
PS|Ramallah;رام الله;Рамалла
PT|Lisbon
PW|?Koror
PY|Asuncion;Asunción
QA|Doha
RE|?Saint-Denis
RO|Bucharest
RS|Belgrade
RU|Moscow;Moskau
RW|Kigali
SA|Riyadh;Riyad
SB|Honiara
SC|?Victoria
SD|Khartoum
SE|Stockholm
SI|Ljubljana
SK|Bratislava
SL|Freetown
SN|Dakar
SO|Mogadishu
SR|Paramaribo
SS|Juba;Djouba;Yuba;جوبا;Джуба
ST|?São Tomé
SV|San Salvador
SY|Damascus
SZ|Mbabane;Lobamba
TD|N'Djamena;Ndjamena;N'Djaména;Yamena
TG|?لومي;Lome;Lomé
TH|Bangkok
TJ|Dushanbe;Douchanbé;Dusambé
TL|?ديلي;Dili
TM|Ashgabat;Achgabat;Asjabad
TN|?Tunis;Túnez;Tunisi
TO|Nuku'alofa
TR|Ankara
TT|Port of Spain;Port-of-Spain
TV|Funafuti
TW|Taipei;Taipeh
TZ|Dodoma;Dar es Salaam;Dar-es-Salam;Dar es-Salaam
UA|Kyiv;Kiev;Kyïv
UG|Kampala
US|Washington DC;Washington D.C.;Washington, DC;Washington, D.C.;Washington
UY|Montevideo
UZ|Tashkent
VC|?Kingstown
VE|Caracas
VG|?Road Town
VI|?Charlotte Amalie
VN|Hanoi;Hanoï;Hanói;هانوي;Ханой
VU|Port Vila;Port-Vila
WS|?Apia
XK|Pristina;Prishtina;Priština;Приштина;بريشتينا
YE|Sana'a;Sanaa;صنعاء;Сана
ZA|Pretoria;Cape Town;Le Cap;Ciudad del Cabo;Cidade do Cabo;Kapstadt;Città del Capo;Tshwane
ZM|Lusaka
ZW|Harare
`
