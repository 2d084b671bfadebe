/**
 * Which cities go by two names? Old and new ones, and those that each language has for itself.
 *
 * Written by hand. A row is: id | names in any of the eight languages. Names that all languages share are not needed twice.
 * "Roma" is left out: in this field they are a people.
 */
export const CITY_NAMES = `
kyiv|Kyiv;Kiev;Kiew;Kijev;Київ;Киев;كييف
mumbai|Mumbai;Bombay;Bombaim;Мумбаи;Бомбей;مومباي;بومباي
kolkata|Kolkata;Calcutta;Calcuta;Kalkutta;Калькутта;كولكاتا;كلكتا
chennai|Chennai;Madras;Ченнаи;Мадрас;تشيناي
bengaluru|Bengaluru;Bangalore;Бангалор;بنغالور
ho-chi-minh-city|Ho Chi Minh City;Saigon;Saïgon;Saigón;Hô-Chi-Minh-Ville;Ho Chi Minh Ville;Ciudad (de )Ho Chi Minh;Cidade de Ho Chi Minh;Ho-Chi-Minh-Stadt;Città di Ho Chi Minh;Хошимин;Сайгон;مدينة هوشي منه;سايغون
yangon|Yangon;Rangoon;Rangoun;Rangún;Rangun;Rangum;Янгон;Рангун;يانغون;رانغون
beijing|Beijing;Peking;Pékin;Pekín;Pequim;Pechino;Пекин;بكين;بيجين
guangzhou|Guangzhou;Кантон;Гуанчжоу;غوانزو
nanjing|Nanjing;Nanking;Nankin;Нанкин
istanbul|Istanbul;Constantinople;Estambul;Istambul;Costantinopoli;Konstantinopel;Constantinopla;Стамбул;Константинополь;إسطنبول;اسطنبول
izmir|Izmir;İzmir;Smyrna;Smyrne;Esmirna;Smirne;Измир;إزمير
saint-petersburg|St Petersburg;St. Petersburg;Saint Petersburg;Saint-Pétersbourg;San Petersburgo;São Petersburgo;Sankt Petersburg;San Pietroburgo;Leningrad;Leningrado;Léningrad;Petrograd;Санкт-Петербург;Ленинград;سانت بطرسبرغ
volgograd|Volgograd;Stalingrad;Волгоград;Сталинград
astana|Astana;Nur-Sultan;Нур-Султан;Астана;أستانا
almaty|Almaty;Alma-Ata;Алматы;Алма-Ата
bishkek|Bishkek;Bichkek;Biskek;Бишкек;بيشكيك
ashgabat|Ashgabat;Ashkhabad;Achgabat;Asjabad;Ашхабад
dushanbe|Dushanbe;Douchanbé;Dusambé;Duschanbe;Душанбе
tbilisi|Tbilisi;Tiflis;Tbilissi;Тбилиси
kharkiv|Kharkiv;Kharkov;Járkov;Charkiw;Charkow;Харків;Харьков;خاركيف
lviv|Lviv;Lvov;Lwów;Lemberg;Leópolis;Leopoli;Львів;Львов
odesa|Odesa;Odessa;Одеса;Одесса;أوديسا
dnipro|Dnipro;Dnipropetrovsk;Dnepropetrovsk;Дніпро;Днепр;Днепропетровск
zaporizhzhia|Zaporizhzhia;Zaporizhia;Zaporozhye;Zaporijjia;Zaporiyia;Saporischschja;Запоріжжя;Запорожье
luhansk|Luhansk;Lugansk;Louhansk;Луганськ;Луганск
chernobyl|Chernobyl;Chornobyl;Tchernobyl;Chernóbil;Tschernobyl;Чорнобиль;Чернобыль;تشيرنوبيل
chisinau|Chisinau;Chișinău;Kishinev;Chisináu;Kischinau;Кишинев;كيشيناو
bucharest|Bucharest;Bucarest;Bucareste;Bukarest;Бухарест;بوخارست
belgrade|Belgrade;Belgrado;Belgrad;Beograd;Белград;بلغراد
pristina|Pristina;Prishtina;Priština;Приштина;بريشتينا
warsaw|Warsaw;Varsovie;Varsovia;Varsóvia;Warschau;Varsavia;Warszawa;Варшава;وارسو
prague|Prague;Praga;Prag;Praha;Прага;براغ
vienna|Vienna;Vienne;Viena;Wien;Вена;فيينا
brussels|Brussels;Bruxelles;Bruselas;Bruxelas;Brüssel;Brussel;Брюссель;بروكسل
geneva|Geneva;Genève;Ginebra;Genebra;Genf;Ginevra;Женева;جنيف
athens|Athens;Athènes;Atenas;Athen;Atene;Афины;أثينا
thessaloniki|Thessaloniki;Salonika;Thessalonique;Tesalónica;Salónica;Salonicco;Салоники;سالونيك
nicosia|Nicosia;Nicosie;Lefkosia;Никосия;نيقوسيا
lisbon|Lisbon;Lisbonne;Lisboa;Lissabon;Lisbona;Лиссабон;لشبونة
london|London;Londres;Londra;Лондон;لندن
rome|Rome;=Rom;Рим;روما
moscow|Moscow;Moscou;Moscú;Moscovo;Moskau;Mosca;Москва;موسكو
copenhagen|Copenhagen;Copenhague;Copenhaga;Kopenhagen;Copenaghen;København;Копенгаген;كوبنهاغن
the-hague|Hague;La Haye;La Haya;Den Haag;L'Aia;Гаага;لاهاي
cairo|Cairo;Le Caire;El Cairo;Kairo;Il Cairo;Каир;القاهرة
alexandria|Alexandria;Alexandrie;Alejandría;Alessandria d'Egitto;Александрия;الإسكندرية
algiers|Algiers;Alger;Argel;Algier;Algeri;Алжир-город;الجزائر العاصمة
tunis-city|Tunis;Túnez capital;Tunisi;Тунис-город;تونس العاصمة
tripoli|Tripoli;Trípoli;Tripolis;Триполи;طرابلس
benghazi|Benghazi;Bengasi;Bengazi;Бенгази;بنغازي
khartoum|Khartoum;Jartum;Cartum;Khartum;Хартум;الخرطوم
addis-ababa|Addis Ababa;Addis Abeba;Addis-Abeba;Adís Abeba;Adis Abeba;Аддис-Абеба;أديس أبابا
mogadishu|Mogadishu;Mogadiscio;Mogadiscius;Mogadíscio;Mogadischu;Muqdisho;Могадишо;مقديشو
n-djamena|N'Djamena;Ndjamena;Yamena;Fort-Lamy;Fort Lamy;Нджамена;نجامينا
kinshasa|Kinshasa;Leopoldville;Léopoldville;Киншаса;كينشاسا
lubumbashi|Lubumbashi;Elisabethville;Élisabethville;Лубумбаши
kisangani|Kisangani;Stanleyville;Кисангани
maputo|Maputo;Lourenço Marques;Мапуту;مابوتو
harare|Harare;Salisbury Rhodesia;Хараре;هراري
pretoria|Pretoria;Tshwane;Претория;بريتوريا
gqeberha|Gqeberha;Port Elizabeth
banjul|Banjul;Bathurst Gambia;Банжул
damascus|Damascus;Damas;Damasco;Damaskus;Дамаск;دمشق
aleppo|Aleppo;Alep;Alepo;Халеб;Алеппо;حلب
jerusalem|Jerusalem;Jérusalem;Jerusalén;Jerusalém;Gerusalemme;Al-Quds;Иерусалим;القدس
baghdad|Baghdad;Bagdad;Bagdá;Багдад;بغداد
mosul|Mosul;Mossoul;Mossul;Мосул;الموصل
basra|Basra;Bassora;Basora;Bassorah;Басра;البصرة
erbil|Erbil;Arbil;Irbil;Hewlêr;Эрбиль;أربيل
sanaa|Sana'a;Sanaa;Saná;Sanaá;Сана;صنعاء
jeddah|Jeddah;Jiddah;Djeddah;Yeda;Джидда;جدة
mecca|Mecca;La Mecque;La Meca;Makkah;Mekka;Мекка;مكة
tehran|Tehran;Teheran;Téhéran;Teherán;Teerã;Тегеран;طهران
kabul|Kabul;Kaboul;Cabul;Кабул;كابول;كابل
kandahar|Kandahar;Qandahar;Кандагар;قندهار
dhaka|Dhaka;Dacca;Daca;Дакка;دكا
cox-s-bazar|Cox's Bazar;Coxs Bazar;Cox Bazar;Кокс-Базар;كوكس بازار
chattogram|Chattogram;Chittagong;Читтагонг
kathmandu|Kathmandu;Katmandou;Katmandú;Catmandu;Katmandu;Катманду;كاتماندو
thimphu|Thimphu;Thimphou;Timbu;Тхимпху
phnom-penh|Phnom Penh;Pnom Pen;Nom Pen;Пномпень;بنوم بنه
vientiane|Vientiane;Vientián;Вьентьян
jakarta|Jakarta;Yakarta;Djakarta;Jacarta;Giacarta;Batavia Java;Джакарта;جاكرتا
dili|Dili;Díli;Дили
hanoi|Hanoi;Hanoï;Hanói;Ханой;هانوي
manila|Manila;Manille;Манила;مانيلا
seoul|Seoul;Séoul;Seúl;Seul Coreia;Сеул;سيول
tokyo|Tokyo;Tokio;Tóquio;Токио;طوكيو
havana|Havana;La Havane;La Habana;L'Avana;Havanna;Гавана;هافانا
mexico-city|Mexico City;Ciudad de México;Cidade do México;Mexiko-Stadt;Città del Messico;Mexico DF;México D.F.;CDMX;Мехико;مكسيكو سيتي
guatemala-city|Guatemala City;Ciudad de Guatemala
panama-city|Panama City;Ciudad de Panamá
rio-de-janeiro|Rio de Janeiro;Río de Janeiro;Рио-де-Жанейро;ريو دي جانيرو
bogota|Bogota;Bogotá;Богота;بوغوتا
port-au-prince|Port-au-Prince;Puerto Príncipe;Porto Príncipe;Порт-о-Пренс;بورت أو برنس
new-york|New York;Nueva York;Nova York;Nova Iorque;Нью-Йорк;نيويورك
beirut|Beirut;Beyrouth;Beirute;Бейрут;بيروت
amman|Amman;Ammán;Амман
riyadh|Riyadh;Riyad;Riad;Эр-Рияд;الرياض
abu-dhabi|Abu Dhabi;Abou Dhabi;Abou Dabi;Abu Dabi;Абу-Даби;أبو ظبي
aden|Aden;Adén;Аден;عدن
idlib|Idlib;Idleb;Идлиб;إدلب
raqqa|Raqqa;Rakka;Raqa;Ракка;الرقة
misrata|Misrata;Misurata;Мисурата;مصراتة
sabha|Sabha;Sebha;سبها
darfur|Darfur;Darfour;Дарфур;دارفور
nouakchott|Nouakchott;Nuakchot;Нуакшот;نواكشوط
ouagadougou|Ouagadougou;Uagadugú;Uagadugu;Уагадугу;واغادوغو
conakry|Conakry;Conakri;Конакри;كوناكري
abidjan|Abidjan;Abiyán;Абиджан;أبيدجان
abuja|Abuja;Abuya;Абуджа;أبوجا
yaounde|Yaounde;Yaoundé;Yaundé;Jaunde;Яунде;ياوندي
hargeisa|Hargeisa;Hargeysa;Харгейса;هرجيسا
kismayo|Kismayo;Kismaayo;Chisimaio;Кисмайо;كيسمايو
antananarivo|Antananarivo;Tananarive;Антананариву
berlin|Berlin;Berlín;Berlim;Berlino;Берлин;برلين
munich|Munich;Múnich;München;Munique;Monaco di Baviera;Мюнхен;ميونيخ
cologne|Cologne;Köln;Кёльн;كولونيا
zurich|Zurich;Zürich;Zúrich;Zurique;Zurigo;Цюрих;زيورخ
milan|Milan;Milano;Milán;Milão;Mailand;Милан;ميلانو
naples|Naples;Napoli;Nápoles;Neapel;Неаполь;نابولي
marseille|Marseille;Marseilles;Marsella;Marselha;Marsiglia;Марсель;مرسيليا
strasbourg|Strasbourg;Estrasburgo;Straßburg;Strasburgo;Страсбург;ستراسبورغ
dublin|Dublin;Dublín;Dublim;Dublino;Дублин;دبلن
stockholm|Stockholm;Estocolmo;Stoccolma;Стокгольм;ستوكهولم
skopje|Skopje;Skopie;Скопье;سكوبيه
sarajevo|Sarajevo;Sarayevo;Сараево;سراييفو
krakow|Krakow;Kraków;Cracow;Cracovie;Cracovia;Krakau;Краков
baku|Baku;Bakou;Bakú;Баку;باكو
yerevan|Yerevan;Erevan;Ereván;Eriwan;Jerewan;Ереван;يريفان
tashkent|Tashkent;Tachkent;Taskent;Taschkent;Ташкент;طشقند
ulaanbaatar|Ulaanbaatar;Ulan Bator;Oulan-Bator;Ulán Bator;Улан-Батор;أولان باتور
peshawar|Peshawar;Peschawar;Pechawar;Пешавар;بيشاور
new-delhi|New Delhi;Nueva Delhi;Nova Deli;Nova Délhi;Neu-Delhi;Nuova Delhi;Нью-Дели;نيودلهي
shanghai|Shanghai;Shanghái;Xangai;Schanghai;Шанхай;شنغهاي
sao-paulo|São Paulo;San Pablo Brasil;Сан-Паулу;ساو باولو
`
