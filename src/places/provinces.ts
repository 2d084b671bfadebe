/**
 * Which states, provinces, regions, islands and camps stand for their country when a text names only them?
 *
 * Written by hand. A row is: alpha-2 | names, in English and where they differ in other languages. A question mark before
 * a name says that people or other places share it, so that it counts only where the country is named as well.
 */
export const PROVINCES = `
AF|Nangarhar;Helmand;Paktika;Paktia;Khost;Badakhshan;Nimroz;Takhar;Faryab;Balkh;?Farah;Uruzgan;Kunar;Laghman;Badghis;Ghor;Hindu Kush
AR|Patagonia;Tierra del Fuego;?Misiones
AT|Tyrol;Tirol;Burgenland;Carinthia;Styria;Vorarlberg
AU|New South Wales;Queensland;?Victoria;Tasmania;South Australia;Western Australia;Northern Territory;NSW;Kimberley;Pilbara;Great Barrier Reef
BA|Republika Srpska;Una-Sana;Una-Sana Canton;Herzegovina
BD|Cox's Bazar;Cox’s Bazar;Coxs Bazar;Cox Bazar;كوكس بازار;Кокс-Базар;Kutupalong;Balukhali;Teknaf;Ukhia;Ukhiya;Nayapara;Bhasan Char;Noakhali;Chittagong Hill Tracts;Kutupalong-Balukhali
BE|Flanders;Flandre;Flandern;Wallonia;Wallonie
BR|Amazonas, Brazil;Roraima;Bahia;Minas Gerais;Mato Grosso;Parana, Brazil;Rio Grande do Sul;Pernambuco;Ceara;Ceará;Rondonia;Santa Catarina
CA|Ontario;Quebec;Québec;British Columbia;Alberta;Manitoba;Saskatchewan;Nova Scotia;New Brunswick;Newfoundland;Labrador;Prince Edward Island;Yukon;Nunavut;Northwest Territories;Colombie-Britannique;Nouvelle-Écosse;Terre-Neuve;Columbia Británica
CD|North Kivu;South Kivu;Nord-Kivu;Sud-Kivu;Kivu del Norte;Kivu del Sur;Kivu;Ituri;Katanga;Kasai;Kasaï;Haut-Katanga;Tanganyika province;Shaba;Haut-Uélé;Kongo Central;Équateur province;Maniema
CH|Canton of Geneva;Canton of Zurich;Ticino;Valais;Vaud
CM|Far North region of Cameroon;Adamawa region;Minawao;Gado-Badzéré
CN|Guangdong;Fujian;Yunnan;Sichuan;Szechuan;Xinjiang;Sinkiang;Sinkiang Uighur;Tibet;Tíbet;Тибет;Guangxi;Hunan;Hubei;Henan;Hebei;Zhejiang;Jiangsu;Shandong;Hainan;Guizhou;Gansu;Heilongjiang;Jilin;Liaoning;Shanxi;Shaanxi;Jiangxi;Inner Mongolia;Anhui;Qinghai;Ningxia
CO|Antioquia;La Guajira;Norte de Santander;Nariño;Choco;Chocó;Putumayo;Cauca;Meta department;Caqueta;Caquetá
CY|Northern Cyprus;Turkish Republic of Northern Cyprus
CZ|Bohemia;Moravia
DE|Bavaria;Bayern;Bavière;Baviera;Saxony;Sachsen;Saxe;Hesse;Hessen;Thuringia;Thüringen;Brandenburg;North Rhine-Westphalia;Nordrhein-Westfalen;Lower Saxony;Niedersachsen;Rhineland-Palatinate;Rheinland-Pfalz;Baden-Württemberg;Baden-Wuerttemberg;Baden Wuerttemberg;Schleswig-Holstein;Mecklenburg-Vorpommern;Saarland;Ruhr;Saxony-Anhalt
EC|Sucumbíos;Carchi;Galapagos;Galápagos
EG|North Sinai;South Sinai;Sinai;Sinaï;سيناء;Upper Egypt;Kafr el-Sheikh
ES|Catalonia;Catalogne;Cataluña;Catalunya;Catalunha;Katalonien;Catalogna;Каталония;Andalusia;Andalousie;Andalucía;Andalucia;Andaluzia;Andalusien;Canary Islands;Canaries;Îles Canaries;Islas Canarias;Canarias;Ilhas Canárias;Kanarische Inseln;Isole Canarie;Канарские острова;جزر الكناري;Balearic Islands;Islas Baleares;Basque Country;Pays basque;País Vasco;Euskadi;Galicia, Spain;Asturias;Aragon;Aragón;Extremadura;Castilla-La Mancha;Castilla y León;Navarre;Navarra;Huelva
ET|Tigray;Tigré;تيغراي;Тыграй;Тиграй;Amhara;Oromia;Afar;Gedeo;West Guji;Somali Region;Somali regional state;Benishangul-Gumuz;SNNPR;Ogaden;West Wollega
FR|Brittany;Bretagne;Normandy;Normandie;Normandía;Alsace;Lorraine;Provence;Corsica;Corse;Córcega;Korsika;Burgundy;Bourgogne;Île-de-France;Ile-de-France;Pas-de-Calais;Pas de Calais;Nord-Pas-de-Calais;Cote d'Azur;Côte d'Azur;French Riviera;Aquitaine;Auvergne;Hauts-de-France;Alpes-Maritimes;Haute-Savoie;Calaisis;Val-de-Marne;Hauts-de-Seine
GB|England;Scotland;Wales;Northern Ireland;Angleterre;Écosse;Pays de Galles;Irlande du Nord;Inglaterra;Escocia;Gales;Irlanda del Norte;إنجلترا;اسكتلندا;ايرلندا الشمالية;Escócia;Irlanda do Norte;Англия;Шотландия;Уэльс;Северная Ирландия;Schottland;Nordirland;Inghilterra;Scozia;Galles;Irlanda del Nord;Ulster;Cornwall;Yorkshire;Lancashire;?Kent;?Essex;?Sussex;Hampshire, England;Devon;Dorset;?Norfolk, England;Suffolk;Merseyside;Tyneside;West Midlands;Bedfordshire;Berkshire, England;Hertfordshire;Cheshire;Staffordshire;Derbyshire;Nottinghamshire;Lincolnshire;Leicestershire;Oxfordshire;Cambridgeshire;Gloucestershire;Wiltshire;Somerset;Cumbria;Northumberland;Channel Tunnel
GR|Peloponnese;Attica;Aegean islands;Dodecanese;Epirus;Thrace;Eidomeni
GT|Peten;Petén;San Marcos, Guatemala;Alta Verapaz
HN|Valle de Sula;Colón, Honduras
HT|Artibonite;Grand'Anse;Grande-Anse;Nippes
ID|Aceh;Atjeh;Java;Sumatra;Bali;Sulawesi;Borneo, Indonesia;Kalimantan;West Papua;Papua province;Irian Jaya;West Timor;Moluccas;Maluku;Riau;Lombok;Nias;Flores Island
IN|Kashmir;Cachemire;Cachemira;كشمير;Jammu and Kashmir;Punjab, India;Tamil Nadu;Kerala;Karnataka;Andhra Pradesh;Maharashtra;Gujarat;Rajasthan;Uttar Pradesh;Bihar;West Bengal;Orissa;Odisha;Assam;Manipur;Mizoram;Nagaland;Tripura;Meghalaya;Sikkim;Haryana;Himachal Pradesh;Madhya Pradesh;Telangana;Jharkhand;Chhattisgarh;Uttarakhand;Ladakh;Andaman
IQ|Ninewa;Ninawa;Nineveh;Ninive;Nínive;نينوى;Anbar;Al-Anbar;الأنبار;Salah al-Din;Salah al Din;Salah ad Din;Salaheddin;صلاح الدين;Diyala;Diyalá;ديالى;Kurdistan Region of Iraq;Iraqi Kurdistan;Kurdistan irakien;كردستان العراق;?Kurdistan;?Babylon;Wasit;Thi-Qar;Dhi Qar;Missan;Muthanna;Qadissiya;Hasansham;Hassan Sham;Jeddah 5;Jad'ah;Qayara;Domiz
IR|Khuzestan;Sistan and Baluchestan;Sistan-Baluchistan;Khorasan
IT|Sicily;Sicile;Sicilia;Sizilien;صقلية;Сицилия;Sicília;Sardinia;Sardaigne;Cerdeña;Sardegna;Sardinien;Lombardy;Lombardia;Lombardie;Lombardía;Tuscany;Toscana;Toscane;Calabria;Calabre;Puglia;Apulia;Piedmont, Italy;Piemonte;Veneto;Umbria;Liguria;Campania;South Tyrol;Lazio;Emilia-Romagna;Basilicata;Friuli
JP|Hokkaido;Honshu;Kyushu;Shikoku
KE|Rift Valley, Kenya;Turkana County;Tana River;North Eastern Province, Kenya
KG|Issyk-Kul
LA|Champasak
LK|Tamil Eelam;Jaffna Peninsula
LR|Lofa;Nimba
LY|Fezzan;فزان;Cyrenaica;Cyrénaïque;Tripolitania;Jabal Nafusa;Nafusa Mountains
MG|Androy
ML|Azawad
MM|Rakhine;Arakan;Rakáin;راخين;Ракхайн;Kachin;Shan State;Kayin;Karen State;Chin State;Mon State;Ayeyarwady;Irrawaddy;Kayah;Sagaing;Magway
MX|Chiapas;Baja California;Chihuahua;Sonora;Tamaulipas;Yucatan;Yucatán;Quintana Roo;Sinaloa;Jalisco;Michoacan;Michoacán;Coahuila;Nuevo Leon;Nuevo León;Tabasco;Durango;Zacatecas;Guanajuato;Tlaxcala;Estado de México
MY|Sabah;Sarawak;Johor;Selangor;Kedah;Perak
MZ|Cabo Delgado;Sofala;Zambezia;Zambézia;Manica;Inhambane
NE|Air Massif
NG|Borno;بورنو;Борно;Adamawa;Yobe;Edo State;Edo;Delta State;Niger Delta;Zamfara;Benue;Rivers State;Bayelsa;Lagos State;Kano State;Plateau State;Biafra;Kebbi;Taraba;Imo State
NL|Zeeland;Friesland;Limburg, Netherlands;Brabant, Netherlands
NP|Sindhupalchok;Terai
NZ|South Island;North Island
PA|Panama Canal;Canal de Panamá
PE|Loreto, Peru
PG|New Britain;East New Britain;Oro Province;Western Highlands
PH|Mindanao;Mindanau;Luzon;Luzón;Visayas;Leyte;Samar;Bohol;Negros Occidental;Palawan;Panay;Sulu;Basilan;Maguindanao;Bicol;Catanduanes;Albay;Eastern Samar
PK|Khyber Pakhtunkhwa;Sindh;Sind;Balochistan;Baluchistan;Baloutchistan;Punjab, Pakistan;Swat;Swat Valley;Waziristan;North Waziristan;North-West Frontier Province;NWFP;FATA;Azad Kashmir;Azad Jammu and Kashmir;Gilgit-Baltistan;Bajaur
PL|Silesia;Pomerania
PT|Azores;Açores;Azoren;Algarve;Alentejo
RO|Transylvania;Transilvania
RS|Vojvodina;Sandžak;Sandzak
RU|Siberia;Sibérie;Sibirien;Сибирь;Sakhalin;Kamchatka;Tatarstan;Bashkortostan;Urals;Kuril Islands;Primorsky;Krasnoyarsk
SA|Hejaz;Asir
SD|Darfur;Darfour;دارفور;Дарфур;West Darfur;South Darfur;North Darfur;Central Darfur;East Darfur;South Kordofan;Southern Kordofan;West Kordofan;North Kordofan;Kordofan;Kordofán;كردفان;Blue Nile State;White Nile State;Red Sea State;Al Jazirah;Gezira State;Jebel Marra
SN|Gorée
SO|Jubaland;Lower Shabelle;Middle Shabelle;Gedo;Bay region;Mudug;Bakool;Lower Juba;Hiraan;Galmudug;Banadir;Sool
SS|Unity State;Upper Nile;Upper Nile State;Haut-Nil;Jonglei;Jongleï;Western Equatoria;Eastern Equatoria;Central Equatoria;Lakes State;Warrap;Northern Bahr el Ghazal;Western Bahr el Ghazal;Bahr el Ghazal;Equatoria
SY|Golan;Golan Heights;Rojava
TD|Lake Chad, Chad;Tibesti;Ouaddaï;Ouaddai;Wadi Fira;Salamat;Logone Oriental;Bahr el-Gazal
TH|Isan
TJ|Gorno-Badakhshan;Sughd;Khatlon
TR|Anatolia;Anatolie;Anatolien;Bosphorus;Cappadocia
TZ|Kigoma Region
UA|Donetsk Oblast;Luhansk Oblast;Zakarpattia;Transcarpathia;Halychyna;Volyn
UG|West Nile, Uganda;Acholi;Kasese;Bundibugyo
US|Alabama;Alaska;Arizona;Arkansas;California;Californie;Kalifornien;Калифорния;كاليفورنيا;Colorado;Connecticut;Delaware;Florida;Floride;Флорида;فلوريدا;Hawaii;Idaho;Illinois;Indiana;Iowa;Kansas;Kentucky;Louisiana;Louisiane;Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;Missouri;Montana;Nebraska;Nevada;New Hampshire;New Jersey;Nueva Jersey;New Mexico;Nuevo México;Nuevo Mexico;Nouveau-Mexique;Novo México;New-Mexiko;Neumexiko;Nuovo Messico;Нью-Мексико;نيو مكسيكو;New York State;North Carolina;Caroline du Nord;Carolina del Norte;North Dakota;Dakota du Nord;Ohio;Oklahoma;Oregon;Pennsylvania;Pennsylvanie;Pensilvania;Rhode Island;South Carolina;Caroline du Sud;Carolina del Sur;South Dakota;Tennessee;Texas;Tejas;تكساس;Техас;Utah;Vermont;Virginia;Virginie;West Virginia;Virginie-Occidentale;Washington State;Wisconsin;Wyoming;District of Columbia;New England;Appalachia;Cook County;Orange County;Long Island Sound;Cape Cod;Los Angeles County;Bay Area;Midwest;Deep South;Rio Grande Valley;Puget Sound
VE|Tachira;Táchira;Zulia;Bolívar State;Delta Amacuro
VN|Mekong Delta;Delta du Mékong
YE|Hadramawt;Hadhramaut;Hadramout;Hajjah;Dhamar;Al Jawf;Al Bayda
ZA|Gauteng;KwaZulu-Natal;Kwazulu;Limpopo;Western Cape;Eastern Cape;Mpumalanga;Free State;North West Province;Transvaal;Bophuthatswana;Transkei;Witwatersrand
ZM|Copperbelt
ZW|Mashonaland;Matabeleland;Manicaland
`

/**
 * Short forms of states and provinces as they follow a town and a comma ("Torrington, Conn."): they count only there.
 * A row is: alpha-2 | forms.
 */
export const PROVINCE_ABBREVIATIONS = `
AU|NSW;N.S.W.;Qld;QLD;Vic.;VIC;Tas.;TAS
BR|SP;RJ;MG
CA|Ont.;ON;Que.;QC;Qué.;Alta.;AB;B.C.;BC;Man.;MB;Sask.;SK;N.S.;NS;N.B.;NB;N.L.;Nfld.;Nfld;P.E.I.;PEI;Y.T.;N.W.T.
US|Ala.;AL;AK;Ariz.;AZ;Ark.;AR;Calif.;CA;Colo.;CO;Conn.;CT;Del.;DE;Fla.;FL;Ga.;GA;HI;ID;Ill.;IL;Ind.;IN;IA;Kan.;KS;Ky.;KY;La.;LA;Me.;Md.;MD;Mass.;MA;Mich.;MI;Minn.;MN;Miss.;MS;Mo.;MO;Mont.;MT;Neb.;NE;Nev.;NV;N.H.;NH;N.J.;NJ;N.M.;NM;N.Y.;NY;N.C.;NC;N.D.;ND;OH;Okla.;OK;Ore.;OR;Pa.;PA;R.I.;RI;S.C.;SC;S.D.;SD;Tenn.;TN;Tex.;TX;UT;Vt.;VT;Va.;VA;Wash.;WA;W. Va.;W.Va.;WV;Wis.;WI;Wyo.;WY;D.C.;DC
`
