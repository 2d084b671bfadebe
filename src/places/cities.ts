/**
 * Which cities stand for their country when a text names only them?
 *
 * Written by hand: large cities, and those that migration news names often, with old names and the forms of other
 * languages where they differ. A row is: alpha-2 | names. A question mark before a name says that people or other places
 * share it, so that it counts only where the country is named as well.
 */
export const CITIES = `
AE|Dubai;Sharjah;Ras Al Khaimah;Fujairah;Ajman;Al Ain
AF|Kandahar;Qandahar;Herat;Hérat;Mazar-i-Sharif;Mazar-e-Sharif;Mazar;Jalalabad;Kunduz;Ghazni;Bamyan;Bamiyan;Lashkar Gah;Zaranj;Islam Qala;Spin Boldak;Torkham
AL|Durres;Durrës;Vlore;Vlora;Shkodra;Shkodër
AM|Gyumri;Vanadzor
AO|Lubango;Huambo;Lobito;Benguela;Cabinda;Dundo
AR|?Cordoba;?Rosario;?Mendoza;?La Plata;Mar del Plata;Bariloche;Ushuaia;Bahia Blanca
AT|Salzburg;Innsbruck;Graz;Linz;Klagenfurt;Traiskirchen;Salzbourg
AU|Sydney;Melbourne;Brisbane;Perth;Adelaide;Hobart;Darwin;?Gold Coast;?Newcastle;Cairns;Townsville;Geelong;Wollongong;Alice Springs;Ballarat;Bendigo;Toowoomba;Woomera;Villawood;Baxter detention centre;Kalgoorlie;Port Hedland
AZ|Ganja;Sumgait;Sumqayit;Stepanakert;Xankendi;Nagorno-Karabakh;Nagorno Karabakh;Haut-Karabakh;Shusha
BA|Mostar;Banja Luka;Tuzla;Srebrenica;Zenica;Bihac;Bihać;Velika Kladusa;Velika Kladuša;Gorazde
BD|Chittagong;Chattogram;Khulna;Sylhet;Rajshahi;Barisal;Comilla;Narayanganj;Gazipur
BE|Antwerp;Anvers;Amberes;Antwerpen;Anversa;Ghent;Gand;Gante;Gent;Liege;Liège;Lieja;Bruges;Charleroi;Namur;Leuven;Louvain;Ostend;Zeebrugge;?Mons
BF|Bobo-Dioulasso;Bobo Dioulasso;?Kaya;Ouahigouya;Djibo;?Dori
BG|Plovdiv;Varna;Burgas;Bourgas;Harmanli
BH|Muharraq
BI|Ngozi;Makamba;Ruyigi
BJ|Parakou;Abomey;Ouidah
BO|Santa Cruz de la Sierra;Cochabamba;?El Alto;Potosi;Potosí;Oruro;Tarija
BR|Sao Paulo;São Paulo;Rio de Janeiro;Rio;Río de Janeiro;Recife;?Fortaleza;Belo Horizonte;Porto Alegre;Manaus;Curitiba;Boa Vista;Pacaraima;Belem;Belém;Salvador da Bahia;?Natal;Florianopolis;Campinas;Goiania;?Santos;?Vitoria;Paranagua
BW|Francistown
BY|Gomel;Brest-Litovsk;Grodno;Hrodna;Vitebsk;Mogilev
BZ|Belize City
CA|Toronto;Montreal;Montréal;Vancouver;Calgary;Edmonton;Winnipeg;Quebec City;Ville de Québec;Halifax;?Hamilton;?London, Ontario;Mississauga;Saskatoon;?Regina;Gatineau;Brampton;Surrey, B.C.;Kitchener;St. John's, Newfoundland;Fredericton;Moncton;Saint John, New Brunswick;Charlottetown;Whitehorse;Yellowknife;Iqaluit;Thunder Bay;Sudbury;?Windsor, Ontario;?Kingston, Ontario;Burnaby;Kelowna;Kamloops;Nanaimo;Red Deer;Lethbridge;Medicine Hat;Moose Jaw;Fort McMurray;Oshawa;?Barrie;Guelph;Etobicoke;Scarborough, Ontario;?Markham;?Vaughan;Laval, Quebec;Longueuil;Sherbrooke;Trois-Rivieres;Trois-Rivières;Lac-Megantic;Lac-Mégantic;Roxham Road;Chemin Roxham;Dartmouth, Nova Scotia;Sydney, Nova Scotia;Brandon, Manitoba;Prince George;?Victoria, B.C.;Abbotsford;Niagara-on-the-Lake;Sault Ste. Marie;Timmins;North Bay, Ontario;Peterborough, Ontario
CD|Lubumbashi;Goma;Bukavu;Kisangani;Bunia;Mbuji-Mayi;Kananga;Kolwezi;Beni, Nord-Kivu;Butembo;Uvira;Kalemie;Rutshuru;Matadi;Mbandaka;Elisabethville;Stanleyville;Leopoldville;Léopoldville
CF|Bambari;?Bria;Berberati;Bossangoa;Birao;Bouar
CG|Pointe-Noire;Dolisie
CH|Geneva;Genève;Ginebra;Genebra;Genf;Ginevra;جنيف;Женева;Zurich;Zürich;Zúrich;Zurigo;Цюрих;Basel;Bâle;Basilea;Basle;Lausanne;Losanna;Lugano;Lucerne;Luzern;Davos;St. Gallen;Montreux;Fribourg;Winterthur
CI|Bouake;Bouaké;San Pedro de Côte d'Ivoire;Daloa;Korhogo;Odienne;Guiglo
CL|Valparaiso;Valparaíso;Antofagasta;Iquique;Arica;Concepcion, Chile;Colchane;Punta Arenas
CM|Douala;Duala;Maroua;Garoua;Bamenda;Bafoussam;Buea;Kousseri;Ngaoundéré;Ngaoundere;Bertoua
CN|Shanghai;Shanghái;Guangzhou;Canton, China;Shenzhen;Tianjin;Chongqing;Wuhan;Chengdu;Nanjing;Nanking;Xi'an;Xian;Hangzhou;Shenyang;Harbin;Dalian;Qingdao;Jinan;Urumqi;Ürümqi;Lhasa;Kunming;Fuzhou;Xiamen;Zhuhai;Nanning;Changsha;Suzhou;Ningbo;Wenzhou;Guilin;Lanzhou;Guiyang;Taiyuan;Dongguan;Foshan;Shantou;Pudong;Tiananmen;Changchun;Yanbian
CO|Medellin;Medellín;?Cali;Cartagena de Indias;?Cartagena;Cucuta;Cúcuta;Barranquilla;Bucaramanga;Maicao;Riohacha;Arauca;Necocli;Necoclí;Turbo, Colombia;Ipiales;Villa del Rosario;?Pasto;Buenaventura;Capurgana;Capurganá;Soacha
CR|Liberia, Costa Rica;Limon, Costa Rica;Puntarenas;Paso Canoas;Los Chiles;Heredia
CU|Santiago de Cuba;Guantanamo;Guantánamo;Camaguey;Holguin;Varadero;Mariel
CV|Mindelo
CY|Limassol;Larnaca;Paphos;Famagusta;Pournara
CZ|Brno;Ostrava;Plzen;Pilsen;Olomouc
DE|Hamburg;Hambourg;Hamburgo;Amburgo;Munich;München;Muenchen;Múnich;Monaco di Baviera;Cologne;Köln;Koeln;Colonia, Alemania;Frankfurt;Francfort;Fráncfort;Francoforte;Stuttgart;Dusseldorf;Düsseldorf;Duesseldorf;Dortmund;Essen, Germany;Leipzig;Dresden;Dresde;Hanover;Hannover;Nuremberg;Nürnberg;Bremen;Brême;Duisburg;Mannheim;Karlsruhe;Wiesbaden;Münster;Muenster;Augsburg;Aachen;Kiel;Mainz;Heidelberg;Freiburg;Rostock;Potsdam;Chemnitz;Solingen;Ludwigshafen;Wolfsburg;Friedland, Niedersachsen;Leverkusen;Bielefeld;Bochum;Wuppertal;Kassel;Würzburg;Wuerzburg;Passau;Ansbach;Гамбург;Мюнхен;Франкфурт
DJ|Obock;Obok;Ali Sabieh;Tadjourah
DK|Aarhus;Odense;Aalborg
DO|Santiago de los Caballeros;Dajabon;Dajabón;Punta Cana;?Barahona;Jimani;Jimaní
DZ|Oran;Orán;Constantine, Algérie;Annaba;Tamanrasset;Tindouf;Tinduf;In Guezzam;وهران;قسنطينة;تمنراست;تندوف;Tizi Ouzou;Bejaia
EC|Guayaquil;?Cuenca;Huaquillas;Tulcan;Tulcán;Esmeraldas;Rumichaca;Lago Agrio;Portoviejo;Manta, Ecuador
EE|Tartu;Narva
EG|Alexandria;Alexandrie;Alejandría;الإسكندرية;Alessandria d'Egitto;Giza;Suez;Sharm el-Sheikh;Sharm El Sheikh;Charm el-Cheikh;Aswan;Assouan;Luxor;Port Said;Damietta;El Arish;Al-Arish;Rafah crossing;Hurghada;Sallum;Salloum
ER|Massawa;Keren;Assab
ES|Barcelona;Barcelone;Barcellona;Барселона;?Valencia;Seville;Sevilla;Séville;Siviglia;Bilbao;Malaga;Málaga;Zaragoza;Saragossa;Ceuta;Melilla;سبتة;مليلية;Algeciras;Almeria;Almería;Cadiz;Cádiz;?Tarifa;Las Palmas;Tenerife;Fuerteventura;Lanzarote;Gran Canaria;Arguineguin;Arguineguín;El Hierro;Palma de Mallorca;Mallorca;Majorca;Ibiza;Alicante;Murcia;Pamplona;San Sebastian;?San Sebastián;Valladolid;Salamanca;Santander, Spain;?Vigo;La Coruna;La Coruña;Girona;Motril
ET|Dire Dawa;Jijiga;Gambella;Mekelle;Mekele;?Adama;Bahir Dar;Gondar;Hawassa;Jimma;Metema;Moyale, Ethiopia;Dollo Ado;Dolo Ado;Shire, Ethiopia;Semera;Harar
FI|Tampere;Turku;Oulu;Espoo
FJ|Nadi;Lautoka
FR|Marseille;Marseilles;Marsella;Marsiglia;Marselha;Lyon;?Lyons;Toulouse;?Nice;Nantes;Strasbourg;Estrasburgo;Strasburgo;Straßburg;Montpellier;Bordeaux;Burdeos;Lille;Rennes;Reims;Le Havre;Grenoble;Dijon;Toulon;Calais;Dunkirk;Dunkerque;Grande-Synthe;Cannes;Versailles;Orly;Roissy;Charles de Gaulle airport;Brest, France;Clermont-Ferrand;Avignon;Perpignan;Besançon;Mulhouse;Metz;Limoges;Rouen;Caen;Amiens;Cherbourg;?Menton;Briançon;Sangatte;Saint-Etienne;Saint-Étienne;La Rochelle;Seine-Saint-Denis;Stade de France;Марсель;Страсбург;مرسيليا;ستراسبورغ
GA|Port-Gentil;Port Gentil;Franceville
GB|?Birmingham;?Manchester;Liverpool;Leeds;Sheffield;?Bristol;Newcastle upon Tyne;Newcastle-upon-Tyne;?Newcastle;Nottingham;Leicester;Coventry;Southampton;?Portsmouth;?Plymouth;?Cambridge;?Oxford;?York;Brighton;?Hull;Glasgow;Edinburgh;Edimbourg;Edimburgo;Edinburgo;Aberdeen;Dundee;Cardiff;Swansea;Belfast;Londonderry;Londres;Londra;Heathrow;Gatwick;Stansted;Luton;Westminster;Dover, Kent;?Dover;Folkestone;Croydon;?Bradford;?Sunderland;Middlesbrough;Stoke-on-Trent;Wolverhampton;Derby, England;?Reading, Berkshire;Bournemouth;Blackpool;Salford;Inverness;?Ipswich;Norwich;?Exeter;Cheltenham;Milton Keynes;Canary Wharf;Wimbledon;Yarl's Wood;Лондон;لندن
GE|Batumi;Kutaisi;Sukhumi;Soukhoumi;Tskhinvali;Rustavi;Zugdidi;Abkhazia;Abkhazie;Abjasia;South Ossetia;Ossétie du Sud;Osetia del Sur
GH|Kumasi;Tamale;Sekondi-Takoradi;?Tema;Takoradi
GN|Nzerekore;Nzérékoré;N'Zérékoré;Kankan;?Labe;Labé;Kindia;Boke
GR|Thessaloniki;Salonika;Thessalonique;Tesalónica;Salonicco;Piraeus;Pirée;Pireo;?Patras;Heraklion;Lesvos;Lesbos;Moria;Mória;Samos;Chios;Quíos;?Kos;Leros;Crete;Creta;Corfu;Rhodes, Greece;Idomeni;Evros;Mytilene;Mitilini;Kara Tepe;Athènes;Atenas;Atene;ليسبوس;أثينا;موريا;Лесбос;Афины;Salónica
GT|Quetzaltenango;Tecun Uman;Tecún Umán;Ciudad Hidalgo;Huehuetenango;Escuintla;?Antigua Guatemala;La Aurora
GW|Bafata;Bafatá;Gabu
HK|Kowloon;Lantau
HN|San Pedro Sula;Choluteca;Omoa;Corinto, Honduras;Ocotepeque;La Ceiba;Danlí;Danli
HR|?Split;Rijeka;Dubrovnik;Osijek;Vukovar;Zadar
HT|Cap-Haitien;Cap-Haïtien;Gonaives;Gonaïves;Les Cayes;Jacmel;Leogane;Léogâne;Ouanaminthe;Cite Soleil;Cité Soleil;Jeremie;Jérémie;Corail-Cesselesse;Canaan, Haiti;Malpasse;Belladere
HU|Debrecen;Szeged;Pecs;Györ;Röszke;Roszke;Keleti
ID|Surabaya;Bandung;Medan;Denpasar;Makassar;Semarang;Palembang;Jogjakarta;Yogyakarta;Banda Aceh;Batam;Kupang;Manado;?Palu;Bogor;Padang;Balikpapan;Jayapura;?Ambon;Lhokseumawe
IE|?Cork;Limerick;Galway;Waterford;Drogheda
IL|Haifa;Eilat;Beersheba;Ashkelon;Ashdod;Nazareth;Beer Sheva;Sderot;حيفا
IN|Mumbai;Bombay;Bombaim;Kolkata;Calcutta;Calcuta;Madras;Chennai;Bangalore;Bengaluru;Hyderabad;Ahmedabad;Pune;Poona;Jaipur;Lucknow;Kanpur;Nagpur;Srinagar;Amritsar;Bhopal;Patna;Guwahati;Varanasi;Agra;Kochi;Cochin;Thiruvananthapuram;Trivandrum;Chandigarh;Visakhapatnam;?Surat;Indore;Coimbatore;Ludhiana;Goa;Pondicherry;Puducherry;Imphal;Shillong;Dharamsala;Dharamshala;Мумбаи;مومباي
IQ|Basra;Bassora;Basora;Bassorah;البصرة;Басра;Mosul;Mossoul;الموصل;Мосул;Mossul;Erbil;Arbil;Irbil;أربيل;Эрбиль;Kirkuk;Kirkouk;كركوك;Fallujah;Falluja;Fallouja;Faluya;الفلوجة;Najaf;Nayaf;النجف;Karbala;Kerbala;كربلاء;Sulaymaniyah;Sulaimaniya;Sulaymaniya;Sulaimani;السليمانية;Dohuk;Duhok;Dahuk;دهوك;Tikrit;تكريت;Ramadi;الرمادي;Samarra;سامراء;Baquba;Baqubah;Sinjar;سنجار;Tal Afar;Tel Afar;تلعفر;Zakho;زاخو;Qayyarah;Haj Ali;Habbaniyah;Hawija;Telafar;Khanaqin;?Amara;?Amarah;Nasiriyah;Nassiriya;الناصرية;Umm Qasr;Hilla
IR|Isfahan;Esfahan;Ispahan;Isfahán;Mashhad;Mashad;Machhad;?مشهد;Tabriz;Shiraz;Chiraz;Qom;Bandar Abbas;Kermanshah;Zahedan;Ahvaz;Abadan;Kharg;Kharg Island;Kerman;Bam, Iran;Natanz;Bushehr;Khorramshahr;Milak;Doqarun
IS|Akureyri;Keflavik
IT|Milan;Milano;Mailand;Milán;Milão;Милан;Naples;Napoli;Neapel;Nápoles;Turin;Torino;Turín;Turim;Palermo;Palerme;Genoa;Genova;Gênes;Génova;Genua;Bologna;Bologne;Bolonia;Bolonha;?Florence;Firenze;Florencia;Florenz;Florença;Venice;Venezia;Venise;Venecia;Venedig;Veneza;Catania;Catane;?Bari;Messina;Lampedusa;Lampedouse;لامبيدوزا;Лампедуза;Pozzallo;Augusta, Sicily;Trapani;Trieste;Ventimiglia;Vintimille;Crotone;Cagliari;Brindisi;Verona;Padua;Padova;?Pisa;Parma;Modena;Siena;Trento;Bolzano;Reggio Calabria;Foggia;L'Aquila;Cutro;Porto Empedocle;Agrigento;Siracusa;روما;Рим
JM|Montego Bay;Ocho Rios
JO|Zarqa;Irbid;Mafraq;Aqaba;العقبة;إربد;المفرق;?الزرقاء;Karak;Zaatari;Za'atari;Zaatri;Zatari;الزعتري;Azraq;?الأزرق;Ruweished;Ruwayshid;Ruwaished;الرويشد;Karameh border;Salt, Jordan;?Petra;Заатари
JP|Osaka;Yokohama;Kyoto;Kioto;Nagoya;Kobe;Fukuoka;Hiroshima;Nagasaki;Sapporo;Sendai;Fukushima;Narita;Okinawa;Kawasaki;Niigata;Токио;طوكيو
KE|Mombasa;Mombassa;Kisumu;Nakuru;Eldoret;Garissa;Lodwar;Dadaab;داداب;Kakuma;كاكوما;Kalobeyei;Turkana;Ifo;Dagahaley;Hagadera;Malindi;Lamu;Moyale, Kenya;Mandera;Wajir;Isiolo;Marsabit;Busia, Kenya;Дадааб
KG|Osh;Ош;Jalal-Abad;Jalalabad, Kyrgyzstan;Batken;Karakol
KH|Siem Reap;Battambang;Sihanoukville;Poipet;Poi Pet;Angkor
KP|Panmunjom;Yongbyon;Sinuiju
KR|Busan;Pusan;Incheon;Inchon;Daegu;Taegu;Gwangju;Kwangju;Daejeon;Ulsan;Pyeongchang;Jeju;Сеул
KZ|Almaty;Alma-Ata;Almaty city;Алматы;Алма-Ата;ألماتي;Shymkent;Aktau;Karaganda;Baikonur;Semipalatinsk;Aktobe;Tselinograd
LA|Luang Prabang;Savannakhet;Pakse
LB|Tripoli, Lebanon;طرابلس لبنان;Sidon;Saida;صيدا;Tyre, Lebanon;?صور;Bekaa;Beqaa;Bekaa Valley;البقاع;Baalbek;بعلبك;Zahle;زحلة;Arsal;Ain al-Hilweh;Nahr al-Bared;Shatila;Chatila;?Sabra;Бейрут;بيروت;Bekaa Ouest
LK|Jaffna;Kandy;Trincomalee;Batticaloa;Vavuniya;Kilinochchi;Mullaitivu;Galle;Ampara;Hambantota;Mannar;Menik Farm
LR|Zwedru;Gbarnga;Ganta;Buchanan, Liberia;Harper, Liberia
LT|Kaunas;Klaipeda
LV|Daugavpils;Ventspils
LY|Benghazi;Bengasi;Bengazi;بنغازي;Бенгази;Misrata;Misurata;Misratah;مصراتة;Sebha;Sabha;سبها;Sirte;Syrte;Sirt;?سرت;Tobruk;Tobrouk;طبرق;Zawiya;Zawiyah;Zaouia;?الزاوية;Zuwara;Zuwarah;Zouara;زوارة;Kufra;Koufra;الكفرة;Sabratha;صبراتة;Tajoura;Tajura;تاجوراء;Bani Walid;Beni Walid;بني وليد;Murzuq;Qatrun;Al Qatrun;Derna;Darnah;درنة;Gharyan;Khoms;Al Khums;Ras Lanuf;Brega;Zintan;Tarhuna;Ghadames;Ajdabiya;Ain Zara;Tawergha;طرابلس الغرب;طرابلس
MA|Casablanca;الدار البيضاء;Касабланка;Marrakesh;Marrakech;مراكش;Tangier;Tangiers;Tanger;Tánger;طنجة;Tangeri;Fez;Fes;Fès;فاس;Agadir;أغادير;Oujda;Uchda;وجدة;Nador;الناظور;Meknes;Meknès;Tetouan;Tétouan;Tetuán;تطوان;Марракеш;Dakhla;Guerguerat;Fnideq;Kenitra
MD|Tiraspol;Balti;Bălți;Palanca, Moldova
ME|Budva;Kotor;Cetinje
MG|Toamasina;Toliara;Antsirabe;Mahajanga
MK|Tetovo;Gevgelija;Tabanovce;Bitola;Kumanovo;Ohrid;Gostivar
ML|Timbuktu;Tombouctou;Tombuctú;تمبكتو;Gao;غاو;Kidal;كيدال;Mopti;Segou;Ségou;Sikasso;Kayes;Menaka;Ménaka;Gogui;Benena;Тимбукту
MM|Mandalay;Sittwe;Maungdaw;Myitkyina;Mawlamyine;Hpa-An;Myawaddy;?Bago;Pathein;Lashio;Янгон;Buthidaung;Loikaw
MR|Nouadhibou;نواذيبو;Nuadibú;Nouadibou;M'bera;Mbera;Bassikounou;Rosso, Mauritania;Bassiknou
MT|Sliema;Birzebbuga;Hal Far;Marsa, Malta
MW|Blantyre;Dzaleka;Zomba;Mzuzu
MX|Guadalajara;Monterrey;Monterey, Mexico;Puebla;Tijuana;تيخوانا;Тихуана;Ciudad Juarez;Ciudad Juárez;Tapachula;Cancun;Cancún;Acapulco;Mexicali;Matamoros;Reynosa;Nuevo Laredo;Piedras Negras;Ciudad Acuña;Ciudad Acuna;Nogales, Sonora;Tenosique;Hermosillo;Veracruz;?Merida;Culiacan;Culiacán;Ciudad Victoria;San Luis Potosi;San Luis Potosí;Tuxtla Gutierrez;Tuxtla Gutiérrez;Palenque;Torreon;Saltillo;Leon, Guanajuato;Queretaro;Morelia;Oaxaca;San Fernando, Tamaulipas;Huixtla;Iguala;Ayotzinapa;Pemex
MY|Penang;Johor Bahru;Kota Kinabalu;Malacca;Melaka;Ipoh;Kuching;Sandakan;Langkawi;Klang
MZ|Beira;Nampula;?Pemba;Quelimane;?Tete;Nacala;Palma, Cabo Delgado;Mocimboa da Praia;Mocímboa da Praia;Chimoio;Lourenço Marques;Lourenco Marques
NA|Walvis Bay;Swakopmund;Osire
NE|Agadez;Agadès;أغاديز;Агадес;Arlit;Dirkou;Dirku;Zinder;Diffa;Maradi;Tahoua;Assamaka;Assamakka;Seguedine;Séguédine;Tillaberi;Tillabéri;Tillabery;Madama;Bosso
NG|Lagos;لاغوس;Лагос;Kano;Ibadan;Benin City;Ciudad de Benín;Port Harcourt;Maiduguri;مايدوغوري;Майдугури;Kaduna;?Jos;Yola;Enugu;Calabar;Onitsha;Bauchi;Gwoza;Chibok;?Bama;Monguno;Ngala;Damaturu;Mubi;Sokoto;Zaria;Katsina;Makurdi;Dikwa;Konduga;?Baga;Warri;Pulka;Owerri;Gombe
NI|Granada, Nicaragua;Leon, Nicaragua;Bluefields;Puerto Cabezas;Peñas Blancas;Penas Blancas;Masaya;Chinandega
NL|Rotterdam;Utrecht;Eindhoven;Maastricht;Groningen;Schiphol;Ter Apel;Tilburg;Arnhem;Nijmegen;Haarlem;Leiden;Delft;Роттердам
NO|Bergen;Trondheim;Stavanger;Tromso;Tromsø;Utoya;Utøya
NP|Pokhara;Biratnagar;Damak;Jhapa;Chautara;Gorkha;Nepalgunj
NZ|Auckland;Christchurch;Dunedin;Hamilton, New Zealand;Queenstown;Kaikoura;Rotorua;Napier, New Zealand
OM|Salalah;Sohar
PA|?Colon, Panama;Darien Gap;Darién;Darien;Tapón del Darién;Bocachica, Panama;Metetí;Meteti;Lajas Blancas;Bajo Chiquito;Paso Canoa;Chiriqui;Chiriquí;Puerto Obaldia
PE|Cusco;Cuzco;Arequipa;Trujillo, Peru;Tumbes;Tacna;Piura;Iquitos;Callao;?Puno;Chiclayo;?Pisco
PG|?Lae;Manus;Manus Island;Goroka;Madang;Rabaul;Popondetta
PH|Cebu;Davao;Quezon City;Zamboanga;Tacloban;Cotabato;Cagayan de Oro;Marawi;Baguio;Iloilo;Subic;Ormoc;Guiuan;Roxas City;Makati;Manille;مانيلا;Манила
PK|Karachi;Karatchi;Lahore;Peshawar;Peshâwar;Peschawar;Rawalpindi;Quetta;Faisalabad;Multan;Hyderabad, Sindh;Sialkot;Chaman;Abbottabad;Muzaffarabad;Mansehra;Balakot;Bagh;Nowshera;Sukkur;Jacobabad;Gwadar;Charsadda;Mingora;Карачи;كراتشي;لاهور;بيشاور
PL|Krakow;Kraków;Cracow;Cracovie;Cracovia;Gdansk;Gdańsk;Danzig;Lodz;Łódź;Wroclaw;Wrocław;Poznan;Poznań;Szczecin;Lublin;Katowice;Rzeszow;Rzeszów;Przemysl;Przemyśl;Medyka;Bialystok;Białystok
PS|Gaza City;Gaza;غزة;Газа;Gaza Strip;Bande de Gaza;Franja de Gaza;قطاع غزة;Faixa de Gaza;Gazastreifen;Striscia di Gaza;West Bank;Cisjordanie;Cisjordania;الضفة الغربية;Cisjordânia;Westjordanland;Hebron;Nablus;Jenin;Khan Younis;Khan Yunis;Rafah;رفح;Bethlehem;Jericho;East Jerusalem;Jérusalem-Est;Jerusalén Este;القدس الشرقية;Tulkarem;خان يونس
PT|Porto;Oporto;Lisboa;Lisbonne;Braga;Coimbra;Faro, Portugal;Sintra;Setúbal
PY|Ciudad del Este;Encarnacion
RO|Cluj-Napoca;Timisoara;Timișoara;Temesvar;Constanta;Constanța;Iasi;Iași;Brasov;Brașov;Siret;Galati
RS|Novi Sad;Nis, Serbia;Niš;Presevo;Preševo;Subotica;Sid, Serbia;Kragujevac;Horgos
RU|St. Petersburg;Saint Petersburg;St Petersburg, Russia;Saint-Pétersbourg;San Petersburgo;São Petersburgo;Sankt Petersburg;San Pietroburgo;Leningrad;Санкт-Петербург;Москва;Moscou;Moscú;Mosca;موسكو;Vladivostok;Novosibirsk;Yekaterinburg;Ekaterinburg;Nizhny Novgorod;Kazan;Rostov-on-Don;Rostov;Grozny;Beslan;Sochi;Murmansk;Kaliningrad;Krasnodar;Volgograd;Stalingrad;Vladikavkaz;Nazran;Ingushetia;Ingouchie;Chechnya;Tchétchénie;Chechenia;الشيشان;Чечня;Tschetschenien;Cecenia;Chechénia;Dagestan;North Ossetia;Ossétie du Nord;Omsk;Irkutsk;Yakutsk;Khabarovsk
RW|Butare;Gisenyi;Rubavu;Cyangugu;Kibeho;Gihembe;Gashora
SA|Jeddah;Jidda;Jiddah;Djeddah;Djedda;Yeda;جدة;Джидда;Mecca;La Mecque;La Meca;مكة;Medina, Saudi Arabia;Médine;المدينة المنورة;Dammam;Dhahran;Jizan;Jazan;Taif;الرياض;Эр-Рияд;Riad;Ras Tanura;Al Khobar
SD|Omdurman;أم درمان;Port Sudan;Port-Soudan;Puerto Sudán;بورتسودان;Kassala;كسلا;Nyala;نيالا;El Fasher;Al-Fashir;El-Fasher;الفاشر;Geneina;El Geneina;الجنينة;Kosti;كوستي;Kadugli;Abyei;أبيي;El Obeid;Gedaref;Gadaref;Wad Medani;Wad Madani;ود مدني;Renk Kosti;Hamdayet;Wadi Halfa;Zalingei;Abu Shouk;الخرطوم;Хартум
SE|Gothenburg;Göteborg;Goteborg;Malmo;Malmö;Uppsala;Södertälje;Vasteras
SG|Changi
SI|Maribor;Koper;Dobova;Brezice
SK|Kosice;Košice;Zilina
SL|Bo, Sierra Leone;Kenema;Makeni;Kailahun;Koidu
SN|Saint-Louis du Sénégal;Ziguinchor;Tambacounda;Kolda;Thies;Thiès;Mbour;Touba;Kédougou;Kedougou;Casamance
SO|Hargeisa;Bosaso;Bossaso;Bosasso;بوصاصو;Garowe;Baidoa;Baïdoa;Kismayo;Kismayu;Kismaayo;Kisimayu;كسمايو;Galkayo;Galkacyo;Berbera;Burao;Puntland;بونتلاند;Somaliland;أرض الصومال;Doolow;Dollow;Beletweyne;Belet Weyne;Afgooye;Merka;مقديشو;Могадишо;Lasanod;Las Anod;Dhobley
SS|Malakal;ملكال;Bentiu;بانتيو;?Wau;واو;?Bor;بور;?Renk;الرنك;Yambio;Rumbek;Torit;Nimule;Aweil;Pibor;Maban;Bunj;?Yei;?Doro
SV|San Miguel, El Salvador;Santa Ana, El Salvador;La Chacra;Soyapango
SY|Aleppo;Alep;Alepo;حلب;Алеппо;Homs;حمص;Хомс;Hama;حماة;Idlib;Idleb;إدلب;Идлиб;Raqqa;Ar-Raqqa;Ar Raqqa;Rakka;Raqa;الرقة;Ракка;Deir ez-Zor;Deir ez-Zour;Deir al-Zor;Deir Ezzor;Deir ez Zor;دير الزور;Daraa;Dara'a;Deraa;درعا;Latakia;Lattakia;Lattaquié;Latakié;اللاذقية;Tartus;Tartous;طرطوس;Palmyra;Palmyre;Palmira, Siria;تدمر;Hasakah;Hassakeh;Al-Hasakah;Hasakeh;الحسكة;Kobane;Kobani;كوباني;عين العرب;Qamishli;Kameshli;القامشلي;Al Hol;Al-Hol;الهول;Afrin;عفرين;Jisr al-Shughour;Al Tanf;Rukban;Rubkan;الركبان;Ghouta;East Ghouta;الغوطة;Jarablus;Manbij;Menbij;منبج;Azaz;Bab al-Hawa;باب الهوى;Tabqa;دمشق;Дамаск;Douma
TD|Abeche;Abéché;أبشي;Moundou;Sarh;Faya-Largeau;Faya Largeau;Goz Beida;Goz-Beida;Zouarke;Zouarké;Mongo, Chad;Bol, Chad;Adre, Chad;Adré;Farchana;Kalait;Wour;Tine, Chad;Ati, Chad
TH|Chiang Mai;Phuket;Pattaya;Mae Sot;Mae Sai;Ranong;Songkhla;Hat Yai;Udon Thani;Chiang Rai;Mae Hong Son;Samut Sakhon;Suvarnabhumi;Aranyaprathet;بانكوك;Бангкок;Tak Province
TJ|Khujand;Khudzhand;Kulob;Kurgan-Tyube;Qurghonteppa;Khorog;Leninabad
TM|Turkmenbashi;Mary, Turkmenistan
TN|Sfax;صفاقس;Zarzis;جرجيس;Sousse;سوسة;Medenine;Médenine;مدنين;Ben Gardane;Ben Guerdane;بن قردان;Ras Ajdir;Ras Jedir;Ras Jdir;Ras Ajdeer;رأس جدير;Choucha;Choucha camp;Shousha;?شوشة;Djerba;Jerba;جربة;Bizerte;بنزرت;Kerkennah;قرقنة;Gafsa;Kasserine;Kairouan;Mahdia;Carthage;Gabès;Gabes;Tataouine;Kef;Le Kef
TR|Istanbul;Estambul;Istambul;إسطنبول;اسطنبول;Стамбул;Constantinople;Izmir;Smyrna;Esmirna;Smyrne;Bursa;Antalya;Adana;Gaziantep;غازي عنتاب;Sanliurfa;Şanlıurfa;Urfa;Hatay;Antakya;Antioch;Kilis;Reyhanli;Mersin;Diyarbakir;Bodrum;Edirne;Trabzon;?Konya;Kayseri;Erzurum;Van, Turkey;Kahramanmaras;Kahramanmaraş;Canakkale;Çanakkale;Iskenderun;Incirlik;Sirnak;Cizre;Suruc;Suruç;أنقرة;Анкара;Ankara;Malatya;Akcakale;Eskisehir
TW|Kaohsiung;Taichung;Hsinchu;Tainan;Keelung
TZ|Arusha;Mwanza;Zanzibar;Kigoma;Nyarugusu;Mbeya;Tanga;Kasulu;Mtabila;Kagera;Zanzíbar;Moshi
UA|Kharkiv;Kharkov;Járkov;Харків;Харьков;Odesa;Odessa, Ukraine;Lviv;Lvov;Lemberg;Львов;Donetsk;Донецк;Luhansk;Lugansk;Луганск;Mariupol;Marioupol;Мариуполь;Dnipro;Dnepropetrovsk;Dnipropetrovsk;Zaporizhzhia;Zaporizhia;Zaporijjia;Запорожье;Kherson;Херсон;Crimea;Crimée;القرم;Крым;Krim;Crimeia;Donbas;Donbass;Донбасс;Sevastopol;Simferopol;Chernivtsi;Uzhhorod;Mykolaiv;Vinnytsia;Poltava;Sumy;Chernobyl;Tchernobyl;Chernóbil;Чернобыль;Kramatorsk;Bakhmut;Bucha;Irpin;Kiew;كييف;Киев;Ivano-Frankivsk;Chernihiv;Zhytomyr
UG|Entebbe;Gulu;Kitgum;Arua;Adjumani;Bidibidi;Bidi Bidi;Nakivale;Moroto;Karamoja;Yumbe;Kiryandongo;Mbale;Jinja;Mbarara;Kyaka;Kyangwali;Imvepi;Moyo, Uganda
US|New York;New York City;Nueva York;Nova York;Nova Iorque;نيويورك;Нью-Йорк;Los Angeles;Los Ángeles;Chicago;Houston;?Phoenix;Philadelphia;San Antonio;San Diego;Dallas;San Jose, California;Austin;Jacksonville;San Francisco;Сан-Франциско;Columbus, Ohio;Fort Worth;Indianapolis;?Charlotte;Seattle;Denver;Boston;El Paso;Detroit;Nashville;Memphis;?Portland;Oklahoma City;Las Vegas;Louisville;Baltimore;Milwaukee;Albuquerque;Tucson;Fresno;Sacramento;Mesa, Arizona;Kansas City;Atlanta;Omaha;Colorado Springs;?Raleigh;Miami;Long Beach;Virginia Beach;Oakland;Minneapolis;Tampa;Tulsa;?Arlington;New Orleans;Wichita;Cleveland;Bakersfield;Anaheim;Honolulu;Santa Ana, California;Riverside, California;Corpus Christi;?Lexington;?Stockton;St. Louis;Saint Paul, Minnesota;St. Paul, Minnesota;Cincinnati;Pittsburgh;Greensboro;Anchorage;?Plano;?Lincoln, Nebraska;Orlando;?Irvine;Newark;?Durham;Chula Vista;Toledo, Ohio;Fort Wayne;St. Petersburg, Florida;Laredo;Jersey City;?Chandler;?Madison;Lubbock;Scottsdale;Reno;?Buffalo;Gilbert, Arizona;?Glendale;Winston-Salem;?Chesapeake;Norfolk, Virginia;?Fremont;?Garland;?Irving;Hialeah;Richmond, Virginia;Boise;Spokane;Baton Rouge;Des Moines;Tacoma;San Bernardino;?Modesto;?Fontana;Salt Lake City;Fayetteville;Shreveport;Akron;Tallahassee;Huntsville;Grand Rapids;Knoxville;Chattanooga;Brownsville;?Providence;Fort Lauderdale;?Eugene;Rockford;Syracuse;Dayton, Ohio;Hollywood;Hartford;New Haven;Bridgeport;Topeka;Ann Arbor;Flint, Michigan;?Trenton;Harrisburg;?Albany;Annapolis;?Charleston;?Savannah;Little Rock;Biloxi;Galveston;McAllen;Eagle Pass;Del Rio;Nogales, Arizona;San Ysidro;Otay Mesa;Calexico;Yuma;Brooklyn;Manhattan;?Queens;Bronx;Staten Island;Harlem;Long Island;Wall Street;Silicon Valley;Camp David;Ellis Island;Guantanamo Bay;Springfield, Illinois;Gary, Indiana;Duluth;Cheyenne;Fargo;Santa Fe, New Mexico;Santa Barbara;Santa Monica;Beverly Hills;?Pasadena;?Berkeley;Palo Alto;?Stanford;?Princeton;?Ferguson;Bethesda;?Wilmington;West Point;College Station;Waco;?Amarillo;Cape Canaveral;Disneyland;Ferguson, Missouri
UY|Punta del Este
UZ|Samarkand;Samarcande;Самарканд;Bukhara;Boukhara;Fergana;Andijan;Andijon;Termez;Navoi;Nukus;Namangan;Samarcanda
VE|Maracaibo;San Cristobal, Venezuela;San Antonio del Tachira;San Antonio del Táchira;Maracay;Barquisimeto;Ciudad Bolivar;Santa Elena de Uairen;Santa Elena de Uairén;?Puerto Ordaz;Ciudad Guayana;Guiria;Güiria
VN|Ho Chi Minh City;Hô Chi Minh-Ville;Ho-Chi-Minh-Ville;Ciudad Ho Chi Minh;Ciudad de Ho Chi Minh;مدينة هوشي منه;Cidade de Ho Chi Minh;Хошимин;Ho-Chi-Minh-Stadt;Città di Ho Chi Minh;Saigon;Saigón;Saïgon;Haiphong;Hai Phong;Da Nang;Danang;Can Tho;Quang Ninh;Nghe An;Ha Tinh;Hue, Vietnam
YE|Aden;عدن;Аден;Taiz;Taizz;تعز;Hodeidah;Hodeida;Al Hudaydah;الحديدة;Hudaydah;Marib;Ma'rib;مأرب;Mukalla;المكلا;Haradh;حرض;Saada;Sa'ada;Saadah;صعدة;Lahj;Lahij;لحج;Al Mokha;Mokha;Kharaz;Ataq;Shabwa;Ibb;Abyan;Socotra
XK|Mitrovica;Prizren;Pec, Kosovo;Peja;Gjakova;Racak
ZA|Johannesburg;Johannesbourg;Johanesburgo;Durban;Soweto;Port Elizabeth;Bloemfontein;Musina;Sharpeville;Sandton;Alexandra township;East London, South Africa;Beitbridge, South Africa;Lindela;Polokwane;Nelspruit;Pietermaritzburg;Йоханнесбург
ZM|Ndola;Kitwe;Livingstone, Zambia;Meheba;Mayukwayukwa;Chililabombwe
ZW|Bulawayo;Mutare;Beitbridge;Plumtree, Zimbabwe;Masvingo;Chimanimani;Salisbury, Rhodesia;Chipinge;Hwange;Victoria Falls
`
