/**
 * Which states have ended, and under which present country does an archive file what is said of them?
 *
 * Written by hand. These are not synonyms: a release on the Soviet Union is filed under Russia as ISO 3166-3 does with
 * the code SU, but a search for Russia does not mean the Soviet Union. A row is: alpha-2 | names in any language.
 */
export const FORMER_STATES = `
CZ|Czechoslovakia;Czecho-Slovakia;Tchécoslovaquie;Checoslovaquia;Checoeslovaquia;تشيكوسلوفاكيا;Checoslováquia;Tchecoslováquia;Чехословакия;Tschechoslowakei;Cecoslovacchia
DE|West Germany;East Germany;W. Germany;E. Germany;German Democratic Republic;GDR;Allemagne de l'Ouest;Allemagne de l'Est;RDA;Alemania Occidental;Alemania Oriental;República Democrática Alemana;ألمانيا الغربية;ألمانيا الشرقية;Alemanha Ocidental;Alemanha Oriental;ГДР;Западная Германия;Восточная Германия;Westdeutschland;Ostdeutschland;Deutsche Demokratische Republik;DDR;Germania Ovest;Germania Est
RS|Yugoslavia;Jugoslavia;Federal Republic of Yugoslavia;FR Yugoslavia;Serbia and Montenegro;Serbia-Montenegro;Yougoslavie;Serbie-et-Monténégro;Serbia y Montenegro;يوغوسلافيا;صربيا والجبل الأسود;Iugoslávia;Jugoslávia;Sérvia e Montenegro;Югославия;Сербия и Черногория;Jugoslawien;Serbien und Montenegro;Serbia e Montenegro
RU|Soviet Union;USSR;U.S.S.R.;Union of Soviet Socialist Republics;Union soviétique;URSS;U.R.S.S.;Unión Soviética;الاتحاد السوفيتي;الاتحاد السوفياتي;União Soviética;Советский Союз;СССР;Sowjetunion;UdSSR;Unione Sovietica
VN|North Vietnam;South Vietnam;North Viet Nam;South Viet Nam;Nord-Vietnam;Sud-Vietnam;Vietnam del Norte;Vietnam del Sur
YE|North Yemen;South Yemen;Yemen Arab Republic;People's Democratic Republic of Yemen;Democratic Yemen;Yemen Demo Republic;Yemen Democratic Republic;Yémen du Nord;Yémen du Sud;Yemen del Norte;Yemen del Sur;اليمن الجنوبي;اليمن الشمالي;Nordjemen;Südjemen
CW|Netherlands Antilles;Dutch Antilles;Antilles néerlandaises;Antillas Neerlandesas;Antillas Holandesas;جزر الأنتيل الهولندية;Antilhas Holandesas;Нидерландские Антильские острова;Niederländische Antillen;Antille Olandesi
PW|Trust Territory of the Pacific Islands
MY|British Malaya;Straits Settlements
TZ|Zanzibar and Pemba
`
