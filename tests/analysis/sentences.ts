/**
 * What becomes of plain sentences? Terms in order, stop words in parentheses: as the analyser gives them, read by eye for wrong
 * stems and stop words. What a stemmer does not know is there as it is ("formaca" of "formação": queries know of "formações").
 */

export const SENTENCES: readonly (readonly [language: string, sentence: string, terms: string])[] = [
  [
    'en',
    'The Government of Haiti and its partners are helping families who lost their homes in last week’s floods.',
    '(the) govern (of) haiti (and) (it) partner (are) help famili (who) lost (their) home (in) last week flood',
  ],
  [
    'en',
    'More than 1,200 stranded migrants were returned voluntarily from Libya on two charter flights.',
    '(more) (than) 1200 strand migrant (were) return voluntarili (from) libya (on) two charter flight',
  ],
  [
    'en',
    'Trafficked women and girls receive counselling, legal aid and vocational training at the new shelter.',
    'traffick woman (and) girl receiv counsel legal aid (and) vocat train (at) (the) new shelter',
  ],
  [
    'en',
    'Who will pay for the vaccination campaigns, and when do they begin?',
    '(who) (will) pay (for) (the) vaccin campaign (and) (when) (do) (they) begin',
  ],
  [
    'en',
    'Officials said the border-management programme had been evaluated by U.N. experts.',
    'offici (said) (the) border bordermanag manag program (had) (been) evalu (by) un expert',
  ],
  [
    'en',
    'He was not able to leave: the organisation’s offices had no money for tickets.',
    '(he) (was) (not) abl (to) leav (the) organiz offic (had) (no) money (for) ticket',
  ],
  [
    'fr',
    'Les autorités ont accueilli plus de 300 personnes déplacées par les inondations de la semaine dernière.',
    '(le) autor (ont) accueil (plus) (de) 300 person deplac (par) (le) inond (de) (la) semain derni',
  ],
  [
    'fr',
    "L'organisation a fourni des abris d'urgence et de l'eau potable aux familles touchées par le séisme.",
    '(l) organis (a) fourn (de) abris (d) urgenc (et) (de) (l) eau potabl (aux) famill touch (par) (le) seism',
  ],
  [
    'fr',
    "Qu'est-ce que les migrants rapatriés ont reçu à leur arrivée à l'aéroport ?",
    '(qu) (est) estce (ce) (que) (le) migr rapatri (ont) recu (a) (leur) arriv (a) (l) aeroport',
  ],
  [
    'fr',
    'Des formations professionnelles seront proposées aux jeunes chômeurs qui sont revenus volontairement.',
    '(de) format professionnel seront propos (aux) jeun chomeur (qui) (sont) revenus volontair',
  ],
  [
    'fr',
    'Il s’agit de la première évaluation des besoins humanitaires dans ces régions montagneuses.',
    '(il) (s) agit (de) (la) premi evalu (de) besoin humanitair (dan) (ce) region montagn',
  ],
  [
    'es',
    'Las familias desplazadas por la violencia recibieron alimentos, mantas y atención médica.',
    '(las) famili desplaz (por) (la) violenci recib aliment mant (y) atencion medic',
  ],
  [
    'es',
    'El gobierno firmó un acuerdo con la organización para proteger a los niños no acompañados.',
    '(el) gobiern firm (un) acuerd (con) (la) organiz (par) proteg (a) (los) nin (no) acompan',
  ],
  [
    'es',
    'Más de dos mil migrantes regresaron voluntariamente a sus países de origen durante el año pasado.',
    '(mas) (de) dos mil migrant regres voluntari (a) (sus) pais (de) orig (durant) (el) ano pas',
  ],
  [
    'es',
    'Los trabajadores humanitarios estaban evaluando las necesidades más urgentes en la frontera.',
    '(los) trabaj humanitari (estab) evalu (las) neces (mas) urgent (en) (la) fronter',
  ],
  [
    'es',
    'No hubo víctimas, pero muchas viviendas quedaron destruidas por el terremoto.',
    '(no) (hub) victim (per) much viviend qued destru (por) (el) terremot',
  ],
  ['ar', 'قدمت المنظمة مساعدات طبية وغذائية للنازحين في المخيمات.', 'قدم منظم مساعد طب غذاء نازح (في) مخيم'],
  [
    'ar',
    'عاد أكثر من مئتي مهاجر طوعا إلى بلدانهم خلال الأسبوع الماضي.',
    'عاد اكثر (من) ميت مهاجر طوع (الي) لدان (خلال) اسبوع ماض',
  ],
  ['ar', 'وقالت الوزارة إن الكوليرا انتشرت في المناطق الحدودية.', 'قال وزار (ان) كوليرا انتشر (في) مناطق حدود'],
  ['ar', 'يحتاج الأطفال والنساء إلى المأوى والمياه النظيفة.', 'يحتاج اطفال نساء (الي) ماوي مياه نظيف'],
  ['ar', 'تلقى ضحايا الاتجار بالبشر الدعم النفسي والقانوني.', 'تلقي ضحاي اتجار بشر دعم نفس قانون'],
  [
    'pt',
    'As autoridades brasileiras receberam centenas de refugiados venezuelanos na fronteira.',
    '(as) autor brasileir receb centen (de) refugi venezuelan (na) fronteir',
  ],
  [
    'pt',
    'A organização ofereceu cursos de formação profissional aos migrantes que regressaram ao país.',
    '(a) organiz oferec curs (de) formaca profissional (aos) migrant (que) regress (ao) pais',
  ],
  [
    'pt',
    'Não há informações sobre os desaparecidos após o naufrágio da embarcação.',
    '(na) (ha) inform (sobr) (os) desaparec (apos) (o) naufragi (da) embarc',
  ],
  [
    'pt',
    'As crianças desacompanhadas foram alojadas em abrigos temporários durante as inundações.',
    '(as) crianc desacompanh (for) aloj (em) abrig temporari durant (as) inund',
  ],
  [
    'pt',
    'Os trabalhadores humanitários avaliaram as necessidades das populações mais vulneráveis.',
    '(os) trabalh humanitari avali (as) necess (das) popul (mais) vulner',
  ],
  [
    'ru',
    'Организация помогла сотням мигрантов добровольно вернуться на родину.',
    'организац помогл сотн мигрант добровольн вернут (на) родин',
  ],
  [
    'ru',
    'Жертвы торговли людьми получают юридическую и психологическую помощь в новом приюте.',
    'жертв торговл людьм получа юридическ (и) психологическ помощ (в) нов приют',
  ],
  [
    'ru',
    'После землетрясения тысячи семей остались без жилья и питьевой воды.',
    '(посл) землетрясен тысяч сем оста (без) жил (и) питьев вод',
  ],
  [
    'ru',
    'Правительства двух стран подписали соглашение о защите беженцев.',
    'правительств двух стран подписа соглашен (о) защ беженц',
  ],
  [
    'ru',
    'Она не могла выехать, потому что у неё не было документов.',
    '(он) (не) могл выеха (пот) (что) (у) (не) (не) (был) документ',
  ],
  [
    'de',
    'Die Behörden haben mehr als 500 Flüchtlinge in neuen Unterkünften aufgenommen.',
    '(die) behord (hab) (mehr) (als) 500 fluchtling (in) neu unterkunft aufgenomm',
  ],
  [
    'de',
    'Nach dem Erdbeben wurden Decken, Zelte und Trinkwasser an die betroffenen Familien verteilt.',
    '(nach) (dem) erdbeb (wurd) deck zelt (und) trinkwass (an) (die) betroff famili verteilt',
  ],
  [
    'de',
    'Viele Migrantinnen kehrten freiwillig in ihre Herkunftsländer zurück.',
    'viel migrantin kehrt freiwill (in) (ihr) herkunftsland zuruck',
  ],
  [
    'de',
    'Die Opfer des Menschenhandels erhalten rechtliche und psychologische Unterstützung.',
    '(die) opf (des) menschenhandel erhalt rechtlich (und) psycholog unterstutz',
  ],
  [
    'de',
    'Es gibt keine Straßen, über die Hilfsgüter in das Grenzgebiet gebracht werden können.',
    '(es) gibt (kein) strass (uber) (die) hilfsgut (in) (das) grenzgebiet gebracht (werd) (konn)',
  ],
  [
    'it',
    'Le autorità italiane hanno soccorso oltre trecento migranti nel Mediterraneo.',
    '(le) autor italian (hann) soccors oltre trecent migrant (nel) mediterrane',
  ],
  [
    'it',
    "L'organizzazione ha distribuito cibo, coperte e acqua potabile alle famiglie sfollate.",
    '(l) organizz (ha) distribu cib copert (e) acqua potabil (alle) famigl sfoll',
  ],
  [
    'it',
    'I minori non accompagnati sono stati accolti in centri specializzati della regione.',
    '(i) minor (non) accompagn (son) (stat) accolt (in) centr specializz (dell) region',
  ],
  [
    'it',
    "Nell'ultimo anno molti lavoratori stranieri sono tornati volontariamente nei loro paesi d'origine.",
    '(nell) ultim anno molt lavor stranier (son) torn volontar (nei) (lor) paes d origin',
  ],
  [
    'it',
    'Le vittime della tratta ricevono assistenza legale e sostegno psicologico.',
    '(le) vittim (dell) tratt ricev assistent legal (e) sostegn psicolog',
  ],
  [
    'nl',
    'De autoriteiten hebben honderden vluchtelingen opgevangen in nieuwe opvangcentra.',
    '(de) autoriteit (hebb) honderd vluchtel opgevang (in) nieuw opvangcentra',
  ],
  [
    'nl',
    'Na de overstromingen werden tenten, dekens en drinkwater uitgedeeld aan de getroffen gezinnen.',
    '(na) (de) overstrom (werd) tent deken (en) drinkwater uitgedeeld (aan) (de) getroff gezinn',
  ],
  [
    'nl',
    'Veel migranten keerden vrijwillig terug naar hun landen van herkomst.',
    '(vel) migrant keerd vrijwill terug (nar) (hun) land (van) herkomst',
  ],
  [
    'nl',
    'Slachtoffers van mensenhandel krijgen juridische hulp en onderdak.',
    'slachtoffer (van) mensenhandel krijg juridisch hulp (en) onderdak',
  ],
  [
    'nl',
    'Er zijn geen wegen waarlangs de hulpgoederen naar het grensgebied kunnen worden gebracht.',
    '(er) (zijn) (gen) weg waarlang (de) hulpgoeder (nar) (het) grensgebied (kunn) (word) gebracht',
  ],
  [
    'uk',
    'Організація допомогла сотням мігрантів добровільно повернутися на батьківщину.',
    'організац допомогл сотн мігрант добровільн повернут (на) батьківщин',
  ],
  [
    'uk',
    'Тисячі родин залишилися без житла та питної води після землетрусу.',
    'тисяч родин залишил (без) житл (та) питн вод (післ) землетрус',
  ],
  [
    'uk',
    'Постраждалі від торгівлі людьми отримують юридичну й психологічну допомогу.',
    'постраждал (від) торгівл людьм отримуют юридичн (й) психологічн допомог',
  ],
  ['uk', 'Уряди двох країн підписали угоду про захист біженців.', 'уряд двох країн підпис угод (про) захист біженц'],
  [
    'uk',
    'Він не міг виїхати, бо в нього не було документів.',
    '(він) (не) міг виїх (бо) (в) (ньог) (не) (бул) документ',
  ],
  [
    'zh',
    '国际移民组织协助了三百名难民自愿回国。',
    '国际 际移 移民 民组 组织 织协 协助 助了 了三 三百 百名 名难 难民 民自 自愿 愿回 回国',
  ],
  [
    'zh',
    '地震后，2008年5月有数千个家庭失去了住房。',
    '地震 震后 2008 年 5 月有 有数 数千 千个 个家 家庭 庭失 失去 去了 了住 住房',
  ],
  ['zh', 'IOM在北京举办了反人口贩运培训班。', 'iom 在北 北京 京举 举办 办了 了反 反人 人口 口贩 贩运 运培 培训 训班'],
  [
    'ja',
    '国際移住機関は難民の自主的な帰還を支援した。',
    '国際 際移 移住 住機 機関 関は は難 難民 民の の自 自主 主的 的な な帰 帰還 還を を支 支援 援し した',
  ],
  [
    'ja',
    '2011年の地震で多くの家族が家を失った。',
    '2011 年の の地 地震 震で で多 多く くの の家 家族 族が が家 家を を失 失っ った',
  ],
  [
    'ja',
    '人身取引の被害者はシェルターで法的な支援を受ける。',
    '人身 身取 取引 引の の被 被害 害者 者は はシ シェ ェル ルタ ター ーで で法 法的 的な な支 支援 援を を受 受け ける',
  ],
  [
    'th',
    'องค์การระหว่างประเทศเพื่อการโยกย้ายถิ่นฐานช่วยเหลือผู้ลี้ภัย',
    'อง งค์ ค์ก กา าร รร ระ ะห หว่ ว่า าง งป ปร ระ ะเ เท ทศ ศเ เพื่ พื่อ อก กา าร รโ โย ยก กย้ ย้า าย ยถิ่ ถิ่น นฐ ฐา าน นช่ ช่ว วย ยเ เห หลื ลือ อผู้ ผู้ลี้ ลี้ภั ภัย',
  ],
  [
    'th',
    'แรงงานข้ามชาติ 200 คนเดินทางกลับประเทศ',
    'แร รง งง งา าน นข้ ข้า าม มช ชา าติ 200 คน นเ เดิ ดิน นท ทา าง งก กลั ลับ บป ปร ระ ะเ เท ทศ',
  ],
  [
    'th',
    'เหยื่อการค้ามนุษย์ได้รับความช่วยเหลือ',
    'เห หยื่ ยื่อ อก กา าร รค้ ค้า าม มนุ นุษ ษย์ ย์ไ ได้ ด้รั รับ บค คว วา าม มช่ ช่ว วย ยเ เห หลื ลือ',
  ],
]
