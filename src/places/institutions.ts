/**
 * Which institutions and seats of power stand for their country by their name alone?
 *
 * Written by hand: parliaments, ministries, courts and agencies whose name no other country uses. A row is: alpha-2 | names.
 */
export const INSTITUTIONS = `
AT|Ballhausplatz
AU|Reserve Bank of Australia;Department of Immigration and Border Protection;Operation Sovereign Borders;AusAID;Australian Aid
BR|Itamaraty;Palácio do Planalto
CA|Parliament Hill;Global Affairs Canada;Immigration, Refugees and Citizenship Canada;CIDA;RCMP;Royal Canadian Mounted Police
CH|Swiss Agency for Development and Cooperation
CN|People's Liberation Army;Xinhua
DE|Bundesbank;Bundestag;Bundesrat;Bundeswehr;Auswärtiges Amt;Reichstag
DK|Folketing;DANIDA;Danida
ES|Moncloa;Guardia Civil;Cortes Generales;Salvamento Marítimo
FR|Elysee;Élysée;Matignon;Quai d'Orsay;OFPRA;OFII;Banque de France
GB|House of Lords;Chancellor of the Exchequer;Home Office;Home Secretary;Downing Street;Whitehall;Scotland Yard;Buckingham Palace;UK Border Agency;UKaid;DFID;London Stock Exchange
GR|Hellenic Coast Guard
IE|Taoiseach;Dail Eireann;Dáil Éireann;Oireachtas;Irish Aid
IL|Knesset;Mossad;Israel Defense Forces
IN|Lok Sabha;Rajya Sabha;Reserve Bank of India
IT|Guardia Costiera;Montecitorio;Palazzo Chigi;Farnesina;Quirinale;Viminale
JP|Nippon;Bank of Japan;Ministry of International Trade and Industry;JICA;Kyodo
KP|Workers' Party of Korea
MX|Los Pinos
NL|Tweede Kamer;Binnenhof
NO|Storting;NORAD
PL|Sejm
RU|Kremlin;State Duma;?Duma;Pravda;Tass;Izvestia;Rosstat
SA|KSrelief;King Salman Humanitarian Aid and Relief Centre
SE|Riksdag;Riksbank
TR|AFAD
UA|Verkhovna Rada
US|Maison Blanche;State Department;Department of State;Department of Homeland Security;Homeland Security;Pentagon;White House;Capitol Hill;Oval Office;Federal Reserve;Federal Reserve Board;Securities and Exchange Commission;USAID;US Agency for International Development;Federal Bureau of Investigation;FBI;CIA;Central Intelligence Agency;NASA;Border Patrol;Federal Trade Commission;Justice Department;Commerce Department;Treasury Department;Agriculture Department
VA|Roman Curia
ZA|African National Congress
`
