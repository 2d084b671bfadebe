/** What must be found in which text? Cases for naming countries, one rule or trap each. */

/** A body (and perhaps a title and language), the mentions that must be found exactly, and the countries where it matters. */
export interface CountryCase {
  why: string
  title?: string
  body: string
  language?: string
  dateline?: string
  statedRegion?: string
  mentions: readonly string[]
  countries?: readonly string[]
}

export const NAME_CASES: readonly CountryCase[] = [
  {
    why: 'the Emirates, with their article',
    body: 'The offers are for Moscow, Istanbul and the Emirates. Emirates Airlines is a firm.',
    mentions: ['RU', 'TR', 'AE'],
  },
  {
    why: 'the island of Mauritius in French',
    language: 'fr',
    body: "Ils passent par l'île Maurice. Maurice est parti.",
    mentions: ['MU'],
  },
  {
    why: 'Équateur, a province of the larger Congo',
    body: 'In the province of Équateur, in the Democratic Republic of the Congo, nurses checked travellers.',
    mentions: ['CD'],
  },
  {
    why: 'Ecuador in French',
    language: 'fr',
    body: 'Ils ont quitté Équateur pour le Pérou et le Chili.',
    mentions: ['EC', 'PE', 'CL'],
  },
  {
    why: 'the Andaman coast is in Thailand',
    body: 'Boats were found off the Andaman Coast of Thailand and in the Andaman Sea.',
    mentions: ['TH'],
  },
  {
    why: 'languages in a list of languages',
    body: 'The guide comes in Tagalog, Bahasa and Thai. It was written in Jordan.',
    mentions: ['JO'],
  },
  {
    why: 'languages that are taught',
    language: 'es',
    body: 'Hay un profesor de español por familia en Uruguay, y aprenden portugués.',
    mentions: ['UY'],
  },
  {
    why: 'neither one language nor another',
    language: 'fr',
    body: 'Au Burundi beaucoup ne parlent ni kirundi ni français.',
    mentions: ['BI'],
  },
  {
    why: 'children who bear the names of places',
    body: 'In Canada Paris, his daughter, has learned to cook. Jordan, her youngest son, keeps goal. Kenya, their neighbour, is not meant so.',
    mentions: ['CA', 'KE'],
  },
  {
    why: 'Egyptians of the Balkans',
    body: 'Roma and Egyptian families lived in Montenegro, and Ashkali and Egyptians too.',
    mentions: ['ME'],
  },
  {
    why: 'a western bank that is not the West Bank',
    language: 'ar',
    body: 'عبر الآلاف الجسر في العراق وينتظر آخرون على الضفة الغربية.',
    mentions: ['IQ'],
  },
  {
    why: 'the West Bank',
    language: 'ar',
    body: 'وصلت القافلة إلى الضفة الغربية عبر إسرائيل، وتنتظر في رام الله.',
    mentions: ['PS', 'IL'],
  },
  {
    why: 'Zaire, the province of Angola, and the larger Congo by its name',
    language: 'pt',
    body: 'Angola e a República Democrática do Congo falaram da província do Zaire e dos garimpeiros congoleses.',
    mentions: ['AO', 'CD'],
  },
  {
    why: 'official and UN names',
    body: 'Delegates of the Syrian Arab Republic, the Islamic Republic of Iran, Viet Nam, the Lao PDR and the Bolivarian Republic of Venezuela met.',
    mentions: ['SY', 'IR', 'VN', 'LA', 'VE'],
  },
  {
    why: 'the former Yugoslav Republic of Macedonia is not Yugoslavia',
    body: 'They crossed the former Yugoslav Republic of Macedonia on foot.',
    mentions: ['MK'],
  },
  {
    why: 'acronyms of countries',
    body: 'Flights left the DRC for the UAE; others left the DPRK and KSA, and some the CAR, the Central African Republic.',
    mentions: ['CD', 'AE', 'KP', 'SA', 'CF'],
  },
  {
    why: 'old names',
    body: 'In Burma, Zaire, Swaziland and East Timor the archive begins early; in Yugoslavia it began later.',
    mentions: ['MM', 'CD', 'SZ', 'TL', 'RS'],
  },
  {
    why: 'Serbia and Montenegro was one state of two present countries',
    body: 'Serbia and Montenegro readmitted the families.',
    mentions: ['RS', 'ME'],
  },
  {
    why: 'Türkiye and Côte d’Ivoire with either apostrophe',
    body: "Buses reached Türkiye. A flight left Côte d’Ivoire; another left Cote d'Ivoire.",
    mentions: ['TR', 'CI'],
  },
  {
    why: 'State of Palestine, Timor-Leste',
    body: 'The State of Palestine and Timor-Leste joined the call.',
    mentions: ['PS', 'TL'],
  },
  {
    why: 'camps and provinces',
    body: 'Families in Moria on Lesvos, in Dadaab, in Tapachula, in Maiduguri and in Ninewa were interviewed.',
    mentions: ['GR', 'KE', 'MX', 'NG', 'IQ'],
  },
  {
    why: 'more camps',
    body: "From Cox's Bazar to Za'atari, from Agadez to Lampedusa, from Calais to Tijuana and Ruweished.",
    mentions: ['BD', 'JO', 'NE', 'IT', 'FR', 'MX'],
  },
  {
    why: 'nationalities in a list',
    body: 'Among them were Sudanese, Egyptians, Somalis, Eritreans, Malians and Chadians.',
    mentions: ['SD', 'EG', 'SO', 'ER', 'ML', 'TD'],
  },
  {
    why: 'an acronym of one letter pair with points',
    body: 'The U.S. and the U.K. resettled 300 people from the former U.S.S.R.',
    mentions: ['US', 'GB', 'RU'],
  },
  {
    why: 'territories have codes of their own',
    body: 'Patrols from Hong Kong, Macao, Taiwan, Kosovo and Puerto Rico attended.',
    mentions: ['HK', 'MO', 'TW', 'XK', 'PR'],
  },
  {
    why: 'ampersand and full stop',
    body: 'Antigua & Barbuda, St. Lucia and Trinidad & Tobago reported arrivals.',
    mentions: ['AG', 'LC', 'TT'],
  },
  {
    why: 'a name broken over two lines',
    body: 'Returnees reached the Democratic Republic of the\nCongo and Papua\nNew Guinea.',
    mentions: ['CD', 'PG'],
  },
]

export const AMBIGUITY_CASES: readonly CountryCase[] = [
  { why: 'Georgia the country', body: 'Villagers in Georgia left their homes near Tbilisi.', mentions: ['GE'] },
  {
    why: 'Georgia by its neighbours',
    body: 'Labour migrants from Georgia and Armenia travel to the Russian Federation.',
    mentions: ['GE', 'AM', 'RU'],
  },
  {
    why: 'Georgia the state, by its town',
    body: 'The centre in Atlanta, Georgia, houses 300 people who came through Texas.',
    mentions: ['US'],
  },
  {
    why: 'Georgia the state, by other states',
    body: 'Farm workers moved between Florida, Georgia and Alabama.',
    mentions: ['US'],
  },
  {
    why: 'Georgia the woman',
    body: 'Deputy director Mary Georgia said so. Georgia Wilson and her sister agreed. Georgia then left.',
    mentions: [],
  },
  { why: 'Jordan the country', body: 'Jordan hosts refugees in Azraq.', mentions: ['JO'] },
  { why: 'Jordan the man', body: 'Michael Jordan gave a speech. Mr. Jordan thanked the volunteers.', mentions: [] },
  {
    why: 'Jordan as a given name, then alone',
    body: 'Spokesperson Jordan Peters denied it. Later Jordan added that nothing had changed.',
    mentions: [],
  },
  { why: 'the Jordan valley and river', body: 'Boats crossed the River Jordan at dawn.', mentions: [] },
  { why: 'Chad the country', body: 'Refugees in eastern Chad received water.', mentions: ['TD'] },
  { why: 'Chad the man', body: 'Mr Chad Miller and Dr. Chad met the mayor.', mentions: [] },
  { why: 'Lake Chad is a basin of four countries', body: 'The Lake Chad Basin crisis affects millions.', mentions: [] },
  { why: 'small turkey and china', body: 'They ate turkey from the good china.', mentions: [] },
  {
    why: 'Niger and Nigeria',
    body: 'From Niger they were taken to Nigeria; the Nigerien and Nigerian authorities agreed.',
    mentions: ['NE', 'NG'],
  },
  {
    why: 'Niger Delta and Niger State are in Nigeria',
    body: 'Floods hit the Niger Delta and Niger State.',
    mentions: ['NG'],
  },
  {
    why: 'the two Congos by name',
    body: 'Ferries link the Republic of the Congo with the Democratic Republic of the Congo.',
    mentions: ['CG', 'CD'],
  },
  {
    why: 'Congo alone beside Brazzaville',
    body: 'In Brazzaville, officials of Congo opened the centre.',
    mentions: ['CG'],
  },
  { why: 'Congo alone beside Goma', body: 'Aid reached Goma in eastern Congo; 300 Congolese fled.', mentions: ['CD'] },
  { why: 'Congolese and nothing else', body: 'The Congolese families were registered.', mentions: ['CD'] },
  {
    why: 'Congo while the other is called Zaire',
    body: 'Zaire and the neighbouring Congo signed.',
    mentions: ['CD', 'CG'],
  },
  { why: 'the two Koreas by name', body: 'North Korea and South Korea reunited families.', mentions: ['KP', 'KR'] },
  { why: 'Korea alone', body: 'Labour migrants in Korea work in factories; Korean courses help.', mentions: ['KR'] },
  {
    why: 'Korean where only the north is named',
    body: 'In Pyongyang the Korean Red Cross asked for help.',
    mentions: ['KP'],
  },
  {
    why: 'four Guineas',
    body: 'Guinea, Equatorial Guinea, Guinea-Bissau and Papua New Guinea took part.',
    mentions: ['GN', 'GQ', 'GW', 'PG'],
  },
  { why: 'the Gulf of Guinea and guinea pigs', body: 'Ships in the Gulf of Guinea carried guinea pigs.', mentions: [] },
  { why: 'Ireland and Northern Ireland', body: 'Students from Northern Ireland visited.', mentions: ['GB'] },
  { why: 'Republic of Ireland', body: 'The Republic of Ireland resettled 20 families.', mentions: ['IE'] },
  { why: 'New Mexico', body: 'The shelter in New Mexico is full.', mentions: ['US'] },
  { why: 'Mexico beside New Mexico', body: 'They walked from Mexico to New Mexico.', mentions: ['MX', 'US'] },
  {
    why: 'South Sudan is not Sudan',
    body: 'In South Sudan, South Sudanese returnees arrived in Juba.',
    mentions: ['SS'],
  },
  { why: 'Dominica', body: 'After the hurricane, IOM sent tents to Dominica.', mentions: ['DM'] },
  { why: 'Dominican Republic', body: 'The Dominican Republic and Dominican officials agreed.', mentions: ['DO'] },
  {
    why: 'Dominican where only Dominica is named',
    body: 'Dominica was hit; Dominican families lost roofs.',
    mentions: ['DM'],
  },
  { why: 'American Samoa is not Samoa', body: 'A tsunami hit American Samoa.', mentions: ['AS'] },
  { why: 'Samoa', body: 'A tsunami hit Samoa and Tonga.', mentions: ['WS', 'TO'] },
  {
    why: 'Latin American is not American',
    body: 'Latin American and Central American ministers met about South America.',
    mentions: [],
  },
  { why: 'us the pronoun and US the country', body: 'Tell us more. The US agreed.', mentions: ['US'] },
  {
    why: 'US in a line of capitals is us',
    title: 'JOIN US TODAY',
    body: 'A job fair for migrants opens.',
    mentions: [],
  },
  { why: 'IT and other words in capitals', title: 'WHO SAYS IT IS TIME', body: 'Nothing to see.', mentions: [] },
  { why: 'IOM is not the Isle of Man', body: 'IOM and UNHCR agree.', mentions: [] },
  {
    why: 'the Geneva Conventions and the Palermo Protocol name treaties',
    body: 'Under the Geneva Conventions, the Palermo Protocol and the Paris Agreement this is clear.',
    mentions: [],
  },
  {
    why: 'processes named for cities',
    body: 'The Khartoum Process and the Rabat Process continue; so does the Puebla Process.',
    mentions: [],
  },
  {
    why: 'a town and its state',
    body: 'He moved to Paris, Texas, and then to Athens, Ga. She stayed.',
    mentions: ['US'],
  },
  { why: 'a town and its province', body: 'The sisters settled in London, Ontario.', mentions: ['CA'] },
  { why: 'Oman and Amman in Arabic', body: 'وصل اللاجئون إلى عمان في الأردن.', language: 'ar', mentions: ['JO'] },
  {
    why: 'languages are not nationalities',
    body: 'The leaflet is printed in English, French and Arabic. Courses in Spanish are offered.',
    mentions: [],
  },
  { why: 'nationality after in, before a noun', body: 'They are held in Libyan detention centres.', mentions: ['LY'] },
  { why: 'a sum in dollars', body: 'It costs US$ 300 a head.', mentions: [] },
  { why: 'Polish in small letters', body: 'They polish shoes and sell china.', mentions: [] },
  { why: 'Saint Martin may be anybody', body: 'The parish of Saint Martin helped.', mentions: [] },
  {
    why: 'New Britain and New Ireland',
    body: 'Relief reached New Britain and New Ireland in Papua New Guinea.',
    mentions: ['PG'],
  },
  {
    why: 'French fries, guinea worm, Spanish flu',
    body: 'French fries, guinea worm and the Spanish flu.',
    mentions: [],
  },
  { why: 'Tripoli in Libya and in Lebanon', body: 'A convoy left Tripoli, Lebanon.', mentions: ['LB'] },
  { why: 'San José needs its country', body: 'In San José, officials of Costa Rica met.', mentions: ['CR'] },
  { why: 'Victoria the woman', body: 'Victoria told her story.', mentions: [] },
  {
    why: 'names that are also properties of objects',
    body: 'constructor __proto__ toString hasOwnProperty',
    mentions: [],
  },
]

export const LANGUAGE_CASES: readonly CountryCase[] = [
  {
    why: 'fr: names and inflected nationalities',
    language: 'fr',
    body: "Les Iraquiens et des Syriennes sont arrivés de Turquie; l'Arabie saoudite, les États-Unis et la Birmanie en parlent. Des ressortissants burkinabè et maliennes attendent au Tchad.",
    mentions: ['IQ', 'SY', 'TR', 'SA', 'US', 'MM', 'BF', 'ML', 'TD'],
  },
  {
    why: 'fr: without a stated language',
    body: 'Des migrants guinéens et sénégalais sont rentrés du Niger et de la Libye avec le soutien de la mission.',
    mentions: ['GN', 'SN', 'NE', 'LY'],
  },
  {
    why: 'fr: en français is a language',
    language: 'fr',
    body: 'Le guide est publié en français et en anglais.',
    mentions: [],
  },
  {
    why: 'fr: Nigérian is not Nigérien',
    language: 'fr',
    body: 'Des familles nigérianes et des soldats nigériens.',
    mentions: ['NG', 'NE'],
  },
  {
    why: 'fr: au Salvador; Guyane',
    language: 'fr',
    body: 'Au Salvador et en Guyane, les arrivées augmentent.',
    mentions: ['SV', 'GF'],
  },
  {
    why: 'es: nationalities in small letters',
    language: 'es',
    body: 'Los costarricenses y venezolanos, las haitianas y los hondureños llegaron a Tapachula desde Panamá y EE.UU.',
    mentions: ['CR', 'VE', 'HT', 'HN', 'MX', 'PA', 'US'],
  },
  {
    why: 'es: without a stated language',
    body: 'Los migrantes nicaragüenses y colombianos fueron atendidos en la frontera con Perú por las autoridades de la región.',
    mentions: ['NI', 'CO', 'PE'],
  },
  {
    why: 'es: América Latina',
    language: 'es',
    body: 'En América Latina y el Caribe crece la migración.',
    mentions: [],
  },
  {
    why: 'ar: names with article and prefixes',
    language: 'ar',
    body: 'وصل السوريون من سوريا إلى لبنان والأردن وبالعراق ومصر.',
    mentions: ['SY', 'LB', 'JO', 'IQ', 'EG'],
  },
  {
    why: 'ar: nationalities',
    language: 'ar',
    body: 'عاد المهاجرون النيجيريون والسودانيون من ليبيا.',
    mentions: ['NG', 'SD', 'LY'],
  },
  {
    why: 'ar: old and official names',
    language: 'ar',
    body: 'في ميانمار وبورما وجمهورية الكونغو الديمقراطية.',
    mentions: ['MM', 'CD'],
  },
  {
    why: 'pt: names and nationalities',
    language: 'pt',
    body: 'Os venezuelanos chegaram ao Brasil; moçambicanas e angolanos voltaram da África do Sul.',
    mentions: ['VE', 'BR', 'MZ', 'AO', 'ZA'],
  },
  {
    why: 'ru: cases of names',
    language: 'ru',
    body: 'Мигранты из Сирии, Ирака и Афганистана прибыли в Турцию и Грецию; граждане Таджикистана работают в России.',
    mentions: ['SY', 'IQ', 'AF', 'TR', 'GR', 'TJ', 'RU'],
  },
  {
    why: 'ru: adjectives and people',
    language: 'ru',
    body: 'Украинские беженцы и сирийцы живут в Молдове. Кыргызские власти согласны.',
    mentions: ['UA', 'SY', 'MD', 'KG'],
  },
  {
    why: 'ru: adjectives in a name are declined with it',
    language: 'ru',
    body: 'Помощь в Демократической Республике Конго, Южном Судане, Центральноафриканской Республике и Экваториальной Гвинее; беженцы из Гвинеи-Бисау, Эритреи и Папуа — Новой Гвинеи; переговоры с Сирией и Республикой Корея, но не с Корейской Народно-Демократической Республикой.',
    mentions: ['CD', 'SS', 'CF', 'GQ', 'GW', 'ER', 'PG', 'SY', 'KR', 'KP'],
  },
  {
    why: 'ru: the dative too, and a khan is not Hanoi',
    language: 'ru',
    body: 'Помощь Южному Судану и Демократической Республике Конго; из Ханоя писали о нравах хана и о границе с Украиной.',
    mentions: ['SS', 'CD', 'VN', 'UA'],
  },
  {
    why: 'ar: the article belongs to the name of a town',
    language: 'ar',
    body: 'صور المشهد الثقافي في رياض الأطفال، وفسرت الفرقة الأمر باللغة الإسبانية. سافر إلى الرقة والرياض.',
    mentions: ['SY', 'SA'],
  },
  {
    why: 'ru: Нигер and Нигерия',
    language: 'ru',
    body: 'Из Нигерии в Нигер, из Нигера в Сан-Диего. На немецком языке говорят.',
    mentions: ['NG', 'NE'],
  },
  {
    why: 'Roma are a people',
    language: 'en',
    body: 'Roma families and Roma women were registered; the Roma live in settlements.',
    mentions: [],
  },
  { why: 'it: Roma is Rome', language: 'it', body: 'I rifugiati sono arrivati a Roma.', mentions: ['IT'] },
  {
    why: 'ru: того is no country',
    language: 'ru',
    body: 'Кроме того, для того чтобы помочь, нужны деньги.',
    mentions: [],
  },
  {
    why: 'de: names, adjectives, genitive',
    language: 'de',
    body: 'Syrische und afghanische Familien kamen aus der Türkei nach Griechenland; die Regierung Syriens schwieg. Elfenbeinküste und Weißrussland folgten.',
    mentions: ['SY', 'AF', 'TR', 'GR', 'CI', 'BY'],
  },
  {
    why: 'de: Island is Iceland only in German',
    language: 'de',
    body: 'Ein Flug ging nach Island, einer nach Reykjavik.',
    mentions: ['IS'],
  },
  {
    why: 'en: Island is not Iceland',
    body: 'They were held on Manus Island and on Long Island.',
    mentions: ['PG', 'US'],
  },
  {
    why: 'it: names and nationalities',
    language: 'it',
    body: 'I migranti eritrei e siriani sono arrivati a Lampedusa dalla Libia; gli egiziani e le nigeriane aspettano in Grecia e in Costa d’Avorio.',
    mentions: ['ER', 'SY', 'IT', 'LY', 'EG', 'NG', 'GR', 'CI'],
  },
  {
    why: 'a language that is not in the tables still has names',
    language: 'nl',
    body: 'Vluchtelingen in Jordan en Turkey, in Myanmar en Nepal.',
    mentions: ['JO', 'TR', 'MM', 'NP'],
  },
]

export const SUBJECT_CASES: readonly CountryCase[] = [
  {
    why: 'donors weigh nothing',
    title: 'New Shelters for Families in Haiti',
    body: 'Port-au-Prince - IOM has completed 300 shelters in Haiti for families who lost their homes. The Haitian government provided the land in Léogâne.\n\nThe project is funded by the US Department of State, with contributions from Canada.',
    mentions: ['HT', 'US', 'CA'],
    countries: ['HT'],
  },
  {
    why: 'Geneva as a dateline is headquarters',
    title: 'Thousands Displaced by Floods in Sri Lanka',
    body: 'Geneva – Floods have displaced thousands in eastern Sri Lanka, where IOM is handing out tents.',
    mentions: ['LK', 'CH'],
    countries: ['LK'],
  },
  {
    why: 'so does Switzerland',
    title: 'Cholera Response Continues',
    body: 'Switzerland - IOM staff in Zimbabwe continue to treat patients. Zimbabwe reported 300 cases.',
    mentions: ['CH', 'ZW'],
    countries: ['ZW'],
  },
  {
    why: 'a dateline that is named again is a subject',
    title: 'Workshop on Border Management',
    body: 'Nairobi - Kenyan officials met to discuss the management of borders in Kenya.',
    mentions: ['KE'],
    countries: ['KE'],
  },
  {
    why: 'a field dateline counts',
    title: 'Job Fair Helps Returnees',
    body: 'Erbil — Some 300 returnees found work at a job fair this week.',
    mentions: ['IQ'],
    countries: ['IQ'],
  },
  {
    why: 'stated region comes first',
    title: 'Weekly update',
    body: 'Flights to Italy and Greece continued.',
    statedRegion: 'Democratic Republic of the Congo',
    mentions: ['IT', 'GR', 'CD'],
  },
  {
    why: 'the contact block is not the subject',
    title: 'Returnees Receive Grants in Ghana',
    body: 'IOM gave grants to returnees in Ghana this week. Ghana has seen many returns.\n\nThe grants are for small businesses and for training in farming, tailoring and trade, which people asked for.\n\nFor more information please contact:\nJane Doe\nIOM Nairobi, Kenya\nTel: +254 20 000 000',
    mentions: ['GH'],
    countries: ['GH'],
  },
  {
    why: 'where a text names no country, its money does',
    title: 'Loans for small shops',
    body: 'Each family received 5,000 baht and will repay it in two years.',
    mentions: ['TH'],
    countries: ['TH'],
  },
  {
    why: 'the title comes before the rest',
    title: 'Somali Refugees Leave Dadaab',
    body: 'Some 200 refugees left Kenya for Somalia on Monday. In Somalia they will be met in Kismayo.',
    mentions: ['SO', 'KE'],
    countries: ['SO', 'KE'],
  },
  { why: 'nothing named', title: 'A note', body: 'Migrants deserve dignity.', mentions: [], countries: [] },
]
