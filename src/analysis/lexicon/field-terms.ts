/**
 * What does the field of migration call one thing? English | French | Spanish, in the notation of `formSequences`.
 *
 * Written by hand. A row is: id | English forms | French forms | Spanish forms; forms are separated by semicolons. An entry
 * joins what means the same, not what belongs together: smuggling is not trafficking, a migrant is not a refugee. Short
 * forms that are common words or other institutions in one of the languages are marked or left out.
 */
export const FIELD_TERMS = `
refugee|refugee(s)|réfugié(e)(s)|refugiad(o|a)(s)
migrant|migrant(s)|migrant(e)(s)|migrante(s)
immigrant|immigrant(s)|immigrant(e)(s);immigré(e)(s)|inmigrante(s)
emigrant|emigrant(s)|émigrant(e)(s);émigré(e)(s)|emigrante(s);emigrad(o|a)(s)
migration|migration(s)|migration(s)|migración;migraciones
immigration|immigration|immigration|inmigración
emigration|emigration|émigration|emigración
asylum|asylum|asile|asilo
asylum-seeker|asylum seeker(s);asylum applicant(s);(person|persons|people) seeking asylum|demandeu(r|rs|se|ses) d'asile;requérant(e)(s) d'asile|solicitante(s) de asilo;peticionari(o|a)(s) de asilo;demandante(s) de asilo
asylum-claim|asylum (claim|application|request)(s);application(s) for asylum|demande(s) d'asile|solicitud(es) de asilo;petición(es) de asilo
right-of-asylum|right (of|to) asylum;right to seek asylum|droit d'asile;droit à l'asile|derecho (de|al) asilo
idp|internally displaced (person|persons|people|population|populations|family|families|women|children|communities|household|households);IDP(s);displaced within (their|its) own (country|countries)|déplacé(e)(s) interne(s);personne(s) déplacée(s) (interne(s)|à l'intérieur de leur propre pays|dans leur propre pays);population(s) déplacée(s) interne(s);PDIs|desplazad(o|a)(s) intern(o|a)(s);persona(s) (internamente desplazada(s)|desplazada(s) interna(s)|desplazada(s) internamente);población desplazada interna;población internamente desplazada
internal-displacement|internal displacement(s)|déplacement(s) interne(s)|desplazamiento(s) interno(s)
displaced-person|displaced (person|persons|people|population|populations)|personne(s) déplacée(s);population(s) déplacée(s)|persona(s) desplazada(s);población(es) desplazada(s)
forced-displacement|forced displacement(s)|déplacement(s) forcé(s)|desplazamiento(s) forzado(s);desplazamiento(s) forzoso(s)
mass-displacement|mass displacement(s)|déplacement(s) massif(s)|desplazamiento(s) masivo(s)
displacement-site|displacement site(s);IDP (site|camp)(s);site(s) for (the )displaced;camp(s) for (the )(internally )displaced (person|persons|people)|site(s) de déplacé(e)s( internes);camp(s) de déplacé(e)s( internes)|sitio(s) de desplazad(o|a)s;campamento(s) de desplazados;asentamiento(s) de desplazados
refugee-camp|refugee camp(s);camp(s) for refugees|camp(s) de réfugié(e)s|campamento(s) de refugiad(o|a)s;campo(s) de refugiad(o|a)s
refugee-status|refugee status|statut de réfugié(e)(s)|(condición|estatuto|estatus) de refugiad(o|a)(s)
refugee-status-determination|refugee status determination;determination of refugee status|détermination du statut de réfugié(e)(s)|determinación de la condición de refugiad(o|a)(s);determinación del estatuto de refugiad(o|a)(s)
refugee-convention|Refugee Convention;1951 Convention;Convention relating to the Status of Refugees;Geneva Convention on Refugees|Convention relative au statut des réfugiés;Convention de 1951|Convención sobre el Estatuto de los Refugiados;Convención de 1951
host-community|host (community|communities);receiving communit(y|ies);hosting communit(y|ies)|communauté(s) (d'accueil|hôte(s))|comunidad(es) (de acogida|receptora(s)|anfitriona(s))
host-country|host countr(y|ies);receiving countr(y|ies)|pays d'accueil;pays hôte(s)|país(es) (de acogida|receptor(es)|anfitrión(es))
country-of-origin|countr(y|ies) of origin;home countr(y|ies)|pays d'origine|país(es) de origen
country-of-destination|countr(y|ies) of destination;destination countr(y|ies)|pays de destination|país(es) de destino
country-of-transit|countr(y|ies) of transit;transit countr(y|ies)|pays de transit|país(es) de tránsito
third-country-national|third country national(s);TCN(s)|ressortissant(e)(s) de pays tiers;ressortissant(e)(s) d'un pays tiers|nacional(es) de tercer(os) país(es);nacional(es) de terceros países
human-trafficking|human trafficking;trafficking in (persons|person|human beings|humans|people);trafficking of (persons|human beings|humans|people);people trafficking;trafficking in human being|traite des (êtres humains|personnes);traite d'êtres humains;traite de personnes;trafic d'êtres humains|trata de (personas|seres humanos);tráfico de seres humanos
counter-trafficking|counter trafficking;anti trafficking;countertrafficking;antitrafficking;(combat|combatting|combating|fight against|counter|countering) (human trafficking|trafficking in persons|trafficking)|lutte contre la traite( des (êtres humains|personnes));lutte antitraite;lutte contre le trafic d'êtres humains|lucha contra la trata( de (personas|seres humanos));contra la trata de personas;antitrata
trafficking-victim|victim(s) of (human trafficking|trafficking|trafficking in persons);trafficking victim(s);trafficked (person|persons|people|women|children|migrants);VoT(s);survivor(s) of (human )trafficking;trafficking survivor(s)|victime(s) de (la )traite( des (êtres humains|personnes));victime(s) de trafic d'êtres humains|víctima(s) de (la )trata( de (personas|seres humanos))
child-trafficking|child trafficking;trafficking (in|of) (children|minors)|traite des enfants;traite d'enfants;trafic d'enfants|trata (de niños|infantil|de menores|de niñas y niños|de niños y niñas);tráfico de niños
human-trafficker|human trafficker(s)|trafiquant(e)(s) d'êtres humains|tratante(s)( de personas);traficante(s) de (seres humanos|personas)
sexual-exploitation|sexual exploitation;commercial sexual exploitation|exploitation sexuelle( commerciale)|explotación sexual( comercial)
labour-exploitation|labo(u)r exploitation;exploitation of (migrant )workers;exploitative labo(u)r|exploitation (par le travail|au travail|de la main-d'œuvre)|explotación laboral
forced-labour|forced labo(u)r|travail forcé|trabajo(s) forzoso(s);trabajo(s) forzado(s)
debt-bondage|debt bondage;bonded labo(u)r|servitude pour dettes;servitude (de|par) la dette|servidumbre por deudas
modern-slavery|modern slavery;modern day slavery|esclavage moderne|esclavitud moderna
domestic-worker|domestic worker(s);household worker(s)|travailleu(r|rs|se|ses) domestique(s);employé(e)(s) de maison|trabajador(|es|a|as) doméstic(o|a)(s);trabajador(|es|a|as) del hogar;empleada(s) doméstica(s)
child-labour|child labo(u)r|travail des enfants|trabajo infantil
migrant-smuggling|smuggling of migrants;migrant smuggling;people smuggling;human smuggling;alien smuggling;smuggling of (people|persons)|trafic (illicite )de migrants;trafic illicite de migrant(e)s|tráfico (ilícito |ilegal |)de migrantes;contrabando de (migrantes|personas)
smuggler|people smuggler(s);migrant smuggler(s);human smuggler(s)|passeur(s)( de migrants)|traficante(s) de migrantes
non-refoulement|non-refoulement;principle of non-refoulement;prohibition of refoulement|non-refoulement|no devolución;principio de no devolución
pushback|pushback(s);push-back(s)|refoulement(s) illéga(l|ux);refoulement(s) sommaire(s);renvoi(s) sommaire(s)|devolución(es) en caliente;devolución(es) sumaria(s);rechazo(s) en frontera
deportation|deportation(s)|expulsion(s) (d'étrangers|de migrants);reconduite(s) à la frontière|deportación;deportaciones
collective-expulsion|collective expulsion(s);mass expulsion(s)|expulsion(s) collective(s);expulsion(s) massive(s)|expulsión(es) colectiva(s);expulsión(es) masiva(s)
immigration-detention|immigration detention;detention of (migrants|asylum seekers);migrant detention;administrative detention of migrants|détention (des|de) migrants;rétention administrative;détention (liée à l'immigration|administrative des migrants)|detención (de migrantes|migratoria|por motivos migratorios);internamiento de extranjeros
detention-centre|detention (centre|center|facility|facilities|centers|centres)|centre(s) de (détention|rétention)( administrative)|centro(s) de (detención|internamiento)( de extranjeros)
alternatives-to-detention|alternatives to (immigration )detention|alternatives à la (détention|rétention)|alternativas a la detención
assisted-voluntary-return|assisted voluntary return(s);AVR;AVRR;voluntary assisted return(s);assisted return(s)|retour(s) volontaire(s) assisté(s);aide au retour volontaire|retorno(s) voluntario(s) asistido(s);retorno(s) asistido(s)
avrr|assisted voluntary return and reintegration;AVRR|aide au retour volontaire et à la réintégration;retour volontaire assisté et réintégration;retour volontaire et réintégration|retorno voluntario asistido y (la )reintegración;retorno voluntario y reintegración;RVAR
voluntary-return|voluntary return(s);return(ed|ing) voluntarily;voluntary repatriation|retour(s) volontaire(s);rapatriement(s) volontaire(s)|retorno(s) voluntario(s);repatriación(es) voluntaria(s)
voluntary-humanitarian-return|voluntary humanitarian return(s);VHR|retour(s) volontaire(s) humanitaire(s);retour(s) humanitaire(s) volontaire(s)|retorno(s) voluntario(s) humanitario(s);retorno(s) humanitario(s) voluntario(s)
forced-return|forced return(s);forcible return(s);involuntary return(s)|retour(s) forcé(s)|retorno(s) forzado(s);retorno(s) forzoso(s)
repatriation|repatriation(s)|rapatriement(s)|repatriación;repatriaciones
reintegration|reintegration|réintégration|reintegración
reintegration-assistance|reintegration (assistance|support)|(aide|assistance|appui|soutien) à la réintégration|(asistencia|ayuda|apoyo) (para|a) la reintegración
readmission-agreement|readmission agreement(s)|accord(s) de réadmission|acuerdo(s) de readmisión
returnee|returnee(s);returning migrant(s);return migrant(s);returned migrant(s)|migrant(e)(s) de retour;retourné(e)(s);rapatrié(e)(s)|retornad(o|a)(s);migrante(s) retornad(o|a)(s);repatriad(o|a)(s)
durable-solution|durable solution(s);lasting solution(s)|solution(s) durable(s)|solución(es) duradera(s)
resettlement|(refugee )resettlement|réinstallation( des réfugiés)|reasentamiento( de refugiados)
local-integration|local integration|intégration locale|integración local
relocation|relocation (programme|program|scheme|of (asylum seekers|migrants|refugees))|relocalisation|reubicación de (solicitantes|migrantes|refugiados)
family-reunification|family reunification;family reunion;reunification of families|regroupement familial;réunification familiale|reagrupación familiar;reunificación familiar
family-tracing|family tracing( and reunification);tracing of families|recherche (et réunification )des familles;recherche familiale|(búsqueda|localización) (y reunificación )(de familiares|familiar)
unaccompanied-minor|unaccompanied (minor|child|children|minors);unaccompanied (and|or) separated (child|children);unaccompanied migrant (child|children|minors);UASC;UAM(s)|mineur(e)(s) (étranger(s) )(isolé(e)(s)|non accompagné(e)(s));enfant(s) (migrant(s) )non accompagné(e)(s);enfants non accompagnés et séparés;MNA|menor(es) (extranjero(s) |migrante(s) |)no acompañad(o|a)(s);niñ(o|a)(s) (migrante(s) )no acompañad(o|a)(s);niños, niñas y adolescentes no acompañados
separated-children|separated (child|children);children separated from their (parents|families)|enfant(s) séparé(s)( de leur(s) (famille|familles|parents))|niñ(o|a)(s) separad(o|a)(s)( de sus (padres|familias))
child-protection|child protection;protection of children|protection de l'enfance;protection des enfants|protección (de la infancia|infantil|de la niñez|de los niños)
best-interests-of-the-child|best interest(s) of the child;child's best interest(s)|intérêt supérieur de l'enfant|interés superior (del niño|de la niñez|del menor|de la niña)
child-soldier|child soldier(s);children associated with armed (forces|groups)|enfant(s) soldat(s);enfants associés aux (forces|groupes) armés|niñ(o|a)(s) soldado(s)
statelessness|statelessness;stateless;stateless (person|persons|people)|apatridie;apatride(s);personne(s) apatride(s)|apatridia;apátrida(s);persona(s) apátrida(s)
undocumented-migrant|undocumented (migrant|migrants|worker|workers|immigrant|immigrants);irregular (migrant|migrants|immigrant|immigrants);migrant(s) in an irregular situation;migrants in irregular situations;illegal (migrant|migrants|immigrant|immigrants)|sans-papiers;migrant(e)(s) (en situation irrégulière|irrégulier(s)|irrégulière(s)|clandestin(s)|sans papiers);immigré(e)(s) clandestin(e)(s)|migrante(s) (irregular(es)|en situación irregular|indocumentad(o|a)(s)|sin papeles);inmigrante(s) (irregular(es)|ilegal(es)|indocumentad(o|a)(s))
irregular-migration|irregular (migration|immigration);illegal (migration|immigration);undocumented migration;clandestine migration|(migration|immigration)(s) (irrégulière|clandestine|illégale)(s)|(migración|inmigración) (irregular|ilegal|clandestina|indocumentada)
regular-pathways|regular (migration )pathways;legal pathways;safe and (regular|legal) pathways;regular channels for migration|voies (régulières|légales)( de migration);voies d'accès légales|vías (regulares|legales)( de migración);vías seguras y (legales|regulares)
safe-orderly-regular-migration|safe, orderly and regular migration;orderly, safe and regular migration|migration(s) sûre(s), ordonnée(s) et régulière(s)|migración segura, ordenada y regular
regularization|regularization;regularization of (migrants|status)|régularisation( des sans-papiers| des migrants|)|regularización( migratoria| de migrantes|)
temporary-protection|temporary protection;temporary protected status|protection temporaire|protección temporal
subsidiary-protection|subsidiary protection|protection subsidiaire|protección subsidiaria
humanitarian-visa|humanitarian visa(s)|visa(s) humanitaire(s)|visa(s) humanitaria(s);visado(s) humanitario(s)
humanitarian-corridor|humanitarian corridor(s)|couloir(s) humanitaire(s);corridor(s) humanitaire(s)|corredor(es) humanitario(s)
residence-permit|residence permit(s)|(titre|permis|carte)(s) de séjour;permis de résidence|permiso(s) de residencia
work-permit|work permit(s)|permis de travail|permiso(s) de trabajo
travel-document|travel document(s);laissez-passer|document(s) de voyage;titre(s) de voyage;laissez-passer|documento(s) de viaje;salvoconducto(s)
visa-application|visa application(s)|demande(s) de visa(s)|solicitud(es) de (visa|visado)(s)
migrant-worker|migrant worker(s);labo(u)r migrant(s);migrant labo(u)rer(s);overseas (filipino )worker(s)|travailleu(r|rs|se|ses) migrant(e)(s);travailleurs immigrés;main-d'œuvre migrante|trabajador(|es|a|as) migrante(s);trabajador(|es|a|as) inmigrante(s)
labour-migration|labo(u)r migration;migration for (work|employment)|migration(s) de (la )main-d'œuvre;migration(s) de travail;migration(s) (professionnelle|économique)(s)|migración(es) laboral(es);migración(es) por trabajo
seasonal-worker|seasonal (migrant )(worker|workers|labourers);seasonal migrant(s)|travailleu(r|rs|se|ses) saisonni(er|ers|ère|ères);saisonniers|trabajador(|es|a|as) (temporero|temporeros|estacional|estacionales|de temporada);temporeros
circular-migration|circular migration|migration(s) circulaire(s)|migración circular
ethical-recruitment|ethical recruitment;fair recruitment|recrutement (éthique|équitable)|(contratación|reclutamiento) (ético|ética|equitativa|justa)
recruitment-agency|recruitment (agency|agencies);recruiting agenc(y|ies);private employment agenc(y|ies)|agence(s) de recrutement|agencia(s) de (contratación|colocación|reclutamiento)
recruitment-fee|recruitment fee(s)|frais de recrutement|(tasas|comisiones|costos|gastos) de (contratación|reclutamiento)
remittances|remittance(s);money transfer(s) (by|from) migrants|envoi(s) de fonds;transfert(s) de fonds( des migrants);transferts d'argent des migrants|remesa(s);envío(s) de (dinero|remesas)
diaspora|diaspora(s)|diaspora(s)|diáspora(s)
brain-drain|brain drain|fuite des cerveaux|fuga de cerebros
brain-gain|brain gain|gain de cerveaux|ganancia de cerebros
qualified-nationals|return of qualified nationals;qualified nationals|retour (des|de) nationaux qualifiés;ressortissants qualifiés|retorno de nacionales (cualificados|calificados)
mixed-migration|mixed migration;mixed (migration|migratory) flow(s);mixed movement(s);mixed flows|migration(s) mixte(s);flux (migratoire(s) )mixte(s);mouvements mixtes|migración mixta;flujos (migratorios )mixtos;movimientos mixtos
migration-flow|migration flow(s);migratory flow(s);migrant flow(s);flow(s) of migrants|flux migratoire(s);flux de migrants|flujo(s) migratorio(s);flujo(s) de migrantes
migration-route|migration route(s);migratory route(s);migrant route(s)|route(s) migratoire(s);itinéraire(s) migratoire(s)|ruta(s) migratoria(s)
migration-crisis|migration crisis;migrant crisis;refugee crisis;migratory crisis|crise (migratoire|des migrants|des réfugiés)|crisis (migratoria|de (los )(migrantes|refugiados))
migration-policy|migration polic(y|ies);immigration polic(y|ies);migratory polic(y|ies)|politique(s) migratoire(s);politique(s) (de migration|d'immigration)|política(s) (migratoria(s)|de migración|de inmigración)
migration-governance|migration governance;governance of migration;migration management;managing migration|gouvernance (des migrations|migratoire);gestion (des migrations|des flux migratoires|migratoire)|gobernanza (de la migración|migratoria|de las migraciones);gestión (de la migración|migratoria|de las migraciones)
migration-and-development|migration and development|migration(s) et (le )développement|migración y (el )desarrollo
migration-profile|migration profile(s)|profil(s) migratoire(s)|perfil(es) migratorio(s)
migrant-rights|migrant(s) rights;rights of migrants;human rights of migrants|droits (de l'homme |humains )des migrants;droits des migrants|derechos (humanos )de (los )migrantes
migrant-integration|integration of (migrants|immigrants|refugees);migrant integration;immigrant integration|intégration des (migrants|immigrés|réfugiés)|integración de (los )(migrantes|inmigrantes|refugiados)
social-cohesion|social cohesion|cohésion sociale|cohesión social
xenophobia|xenophobia|xénophobie|xenofobia
racism|racism|racisme|racismo
discrimination|racial discrimination|discrimination raciale|discriminación racial
border-management|border management;management of borders;integrated border management|gestion (intégrée )des frontières|gestión (integrada )(de fronteras|fronteriza|de las fronteras)
border-control|border control(s)|contrôle(s) (aux|des) frontières;contrôle(s) frontalier(s)|control(es) (fronterizo(s)|de (las )fronteras)
border-crossing|border crossing(s);border crossing point(s);crossing point(s);border post(s)|(point(s) de )passage(s) (de la frontière|frontalier(s));poste(s) frontière(s);poste(s) frontalier(s);point(s) de passage|(paso|cruce|puesto)(s) fronterizo(s);cruce(s) de frontera
border-guard|border guard(s);border police;border officer(s);border official(s)|garde(s)-frontière(s);police (des|aux) frontières|guardia(s) (fronterizo|fronteriza|fronterizos|de fronteras);policía (de fronteras|fronteriza)
coast-guard|coast guard(s);coastguard(s)|garde(s)-côte(s);garde(s) côtière(s)|guardia costera;guardacostas
search-and-rescue|search and rescue|recherche et (de )sauvetage;recherche et (de )secours|búsqueda y (rescate|salvamento)
rescue-at-sea|rescue(d) at sea;sea rescue(s)|(sauvetage|sauvés|secourus) en mer|(rescate|salvamento|rescatados) en el mar;rescate marítimo
shipwreck|shipwreck(s);boat (capsized|sank|capsizing|sinking);capsized boat(s)|naufrage(s)|naufragio(s)
missing-migrant|missing migrant(s);migrants missing;disappeared migrants|migrant(e)(s) disparu(e)(s)|migrante(s) desaparecid(o|a)(s)
disembarkation|disembarkation|débarquement( des migrants)|desembarco;desembarque
stranded-migrant|stranded migrant(s);migrants stranded|migrant(e)(s) (bloqué|échoué)(e)(s);migrants en détresse|migrante(s) varad(o|a)(s)
vulnerable-migrant|vulnerable migrant(s);migrants in (vulnerable situations|situations of vulnerability)|migrant(e)(s) (vulnérable(s)|en situation de vulnérabilité)|migrante(s) (vulnerable(s)|en situación de vulnerabilidad)
migrant-women|migrant (woman|women);women migrants|femme(s) migrante(s);migrantes femmes|mujer(es) migrante(s)
migrant-children|migrant (child|children);child migrant(s);children on the move|enfant(s) migrant(s);enfants en déplacement;mineurs migrants|niñ(o|a)(s) migrante(s);niñez migrante;niños, niñas y adolescentes migrantes
gender-based-violence|gender(-| )based violence;sexual and gender(-| )based violence;GBV;SGBV|violence(s) (basée(s) sur le genre|fondée(s) sur le genre|liée(s) au genre|de genre|sexiste(s)|sexuelles et sexistes);VBG|violencia (de género|basada en (el )género|por razón de género|sexual y de género|por motivos de género);VBG
domestic-violence|domestic violence;intimate partner violence|violence(s) (domestique|conjugale|familiale)(s)|violencia (doméstica|intrafamiliar|familiar|conyugal)
female-genital-mutilation|female genital (mutilation|cutting);FGM|mutilation(s) génitale(s) féminine(s);excision;MGF|mutilación genital femenina;MGF
child-marriage|child marriage(s);early marriage(s);forced marriage(s);early and forced marriage|mariage(s) (d'enfants|précoce(s)|forcé(s)|des enfants)|matrimonio(s) (infantil(es)|precoz|forzado(s)|forzoso(s))
prevention-of-sexual-exploitation-and-abuse|prevention of sexual exploitation and abuse;protection from sexual exploitation and abuse;PSEA|prévention de l'exploitation et des (abus|atteintes|sévices) sexuel(s|les)|prevención de la explotación y (el |los |)(abuso|abusos) sexual(es)
psychosocial-support|psychosocial (support|assistance|care);mental health and psychosocial support;MHPSS|(soutien|appui|aide|accompagnement|assistance) psychosocia(l|le);santé mentale et (soutien )psychosocia(l|le);SMSPS|(apoyo|asistencia|atención|acompañamiento) psicosocial;salud mental y apoyo psicosocial;SMAPS
mental-health|mental health|santé mentale|salud mental
migration-health|migration health;migrant(s) health;health of migrants|santé (des migrants|et migration);santé de la migration|salud (de los migrantes|migratoria|y migración)
health-assessment|(migration )health assessment(s);medical screening;pre-departure health|(bilan|examen|évaluation)(s) (de santé|médica(l|ux)|sanitaire(s))|(evaluación|examen|exámenes|reconocimiento)(es) (médico|médica|médicos|de salud|de la salud)
reproductive-health|reproductive health|santé (reproductive|génésique|de la reproduction)|salud reproductiva
hiv-aids|HIV;HIV/AIDS;HIV and AIDS;=AIDS|VIH;VIH/sida;~sida|VIH;VIH/sida;~sida
tuberculosis|tuberculosis|tuberculose|tuberculosis
malaria|malaria|paludisme|paludismo;malaria
cholera|cholera|choléra|cólera
ebola|Ebola( virus disease);Ebola virus|(maladie à virus |virus )Ebola|(enfermedad por el virus del |virus del )ébola
covid-19|COVID-19;COVID19;coronavirus( disease)|COVID-19;coronavirus|COVID-19;coronavirus
measles|measles|rougeole|sarampión
vaccination|vaccination(s);immunization campaign(s)|vaccination(s)|vacunación;vacunaciones
malnutrition|malnutrition|malnutrition|desnutrición;malnutrición
food-insecurity|food insecurity|insécurité alimentaire|inseguridad alimentaria
food-security|food security|sécurité alimentaire|seguridad alimentaria
wash|water, sanitation and hygiene;=WASH|eau, (d')assainissement et (d')hygiène;eau, hygiène et assainissement;=EHA|agua, saneamiento e higiene;=ASH
drinking-water|drinking water;potable water;safe water;clean water|eau potable|agua potable;agua limpia
shelter-kit|shelter kit(s);emergency shelter kit(s)|kit(s) d'abri(s)|kit(s) de (alojamiento|albergue|refugio)
emergency-shelter|emergency shelter(s);temporary shelter(s);transitional shelter(s)|abri(s) (d'urgence|temporaire(s)|provisoire(s)|transitionnel(s));hébergement d'urgence|(albergue|alojamiento|refugio)(s) (de emergencia|temporal(es)|provisional(es)|transitorio(s))
non-food-items|non-food items;non-food relief items;NFI(s);core relief items|articles (non alimentaires|de première nécessité|ménagers essentiels);biens non alimentaires|artículos no alimentarios;artículos de (primera necesidad|socorro)
cash-assistance|cash assistance;cash (based )(transfer|grant|intervention|interventions|transfers|grants);multi-purpose cash( assistance)|(aide|assistance|transferts|transfert) (monétaire|en espèces|en argent)(s);transferts d'argent|(asistencia|transferencias|ayuda) (monetaria(s)|en efectivo|de efectivo)
livelihood|livelihood(s)|moyens (de subsistance|d'existence)|medios de (vida|subsistencia)
income-generating-activities|income generat(ing|ion) activit(y|ies);income generation|activité(s) génératrice(s) de (revenu|revenus)|actividad(es) generadora(s) de ingresos;generación de ingresos
vocational-training|vocational training;skills training|formation(s) professionnelle(s)|formación (profesional|vocacional);capacitación (profesional|vocacional|laboral)
microcredit|microcredit(s);micro-credit(s);microfinance|microcrédit(s);microfinance|microcrédito(s);microfinanzas
capacity-building|capacity(-| )building;capacity development|renforcement des capacités|(fortalecimiento|desarrollo|creación) de (la )capacidad(es);fortalecimiento de (las )capacidades
humanitarian-aid|humanitarian (aid|assistance|relief)|(aide|assistance) humanitaire|(ayuda|asistencia) humanitaria
humanitarian-crisis|humanitarian (crisis|emergency|emergencies|catastrophe)|(crise|urgence|catastrophe)(s) humanitaire(s)|(crisis|emergencia|emergencias|catástrofe) humanitaria(s)
humanitarian-access|humanitarian access|accès humanitaire|acceso humanitario
humanitarian-worker|humanitarian worker(s);aid worker(s);relief worker(s)|travailleu(r|rs|se|ses) humanitaire(s);(agent|acteur|personnel)(s) humanitaire(s)|trabajador(|es|a|as) humanitari(o|a)(s);personal humanitario
funding-appeal|funding appeal(s);(flash|emergency|humanitarian|consolidated) appeal(s);appeal for funds|appel(s) (de fonds|éclair(s)|humanitaire(s)|consolidé(s)|à financement);appel(s) d'urgence|llamamiento(s) (de fondos|urgente(s)|humanitario(s)|de emergencia|unificado(s));llamamiento para recaudar fondos
humanitarian-response-plan|humanitarian response plan(s);HRP|plan(s) de réponse humanitaire;PRH|plan(es) de respuesta humanitaria
evacuation|evacuation(s)|évacuation(s)|evacuación;evacuaciones
charter-flight|charter flight(s);chartered (flight|flights|plane)|vol(s) (charter(s)|affrété(s)|nolisé(s))|vuelo(s) (chárter|fletado(s))
camp-coordination|camp coordination and camp management;CCCM;camp management|coordination et gestion des camps;gestion des camps;CCCM|coordinación y gestión de campamentos;gestión de (campamentos|albergues)
displacement-tracking-matrix|displacement tracking matrix;DTM;displacement tracking|matrice de suivi des déplacements;suivi des déplacements|matriz de seguimiento (de|del) (los )desplazamiento(s);seguimiento de(l| los) desplazamiento(s)
flow-monitoring|flow monitoring( point| points| survey| surveys|)|suivi des flux( de population(s)| migratoires)|(monitoreo|seguimiento) de(l| los) flujo(s)( migratorios| de poblaciones|)
needs-assessment|needs assessment(s);assessment of needs|évaluation(s) des besoins|evaluación(es) de (las )necesidades
natural-disaster|natural disaster(s);natural hazard(s)|catastrophe(s) naturelle(s);désastre(s) naturel(s);aléas naturels|desastre(s) natural(es);catástrofe(s) natural(es)
disaster-risk-reduction|disaster risk reduction;DRR;reduction of disaster risk|réduction des risques de (catastrophe|catastrophes|désastres);RRC|reducción (de los riesgos|del riesgo|de riesgos) de (desastre|desastres);RRD
disaster-preparedness|disaster preparedness;emergency preparedness|préparation aux (catastrophes|désastres|situations d'urgence)|preparación (para|ante) (los |las |)(desastres|emergencias)
early-warning|early warning( system| systems|)|(système(s) d')alerte(s) (précoce|rapide)(s)|(sistema(s) de )alerta(s) temprana(s)
climate-change|climate change|changement(s) climatique(s)|cambio climático
climate-migration|climate migration;environmental migration;climate(-| )induced (migration|displacement);climate displacement;climate mobility|migration(s) (climatique|environnementale)(s);déplacement(s) (climatique(s)|liés au climat)|migración(es) (climática|ambiental|medioambiental)(s);desplazamiento(s) climático(s)
climate-migrant|climate (migrant|refugee)(s);environmental (migrant|refugee)(s)|(migrant|réfugié)(e)(s) (climatique|environnementa(l|ux)|environnementale)(s)|(migrante|refugiado)(s) (climático|ambiental|ambientales)(s)
drought|drought(s)|sécheresse(s)|sequía(s)
flood|flood(s);flooding(s);flash flood(s)|inondation(s)|inundación;inundaciones
earthquake|earthquake(s)|tremblement(s) de terre;séisme(s)|terremoto(s);sismo(s)
cyclone|cyclone(s);hurricane(s);typhoon(s);tropical storm(s)|cyclone(s);ouragan(s);typhon(s);tempête(s) tropicale(s)|ciclón;ciclones;huracán;huracanes;tifón;tifones;tormenta(s) tropical(es)
landslide|landslide(s);mudslide(s)|glissement(s) de terrain;coulée(s) de boue|deslizamiento(s) de tierra;corrimiento(s) de tierra
volcanic-eruption|volcanic eruption(s);eruption of (the )volcano|éruption(s) volcanique(s)|erupción(es) volcánica(s)
tsunami|tsunami(s)|tsunami(s);raz-de-marée|tsunami(s);maremoto(s)
desertification|desertification|désertification|desertificación
armed-conflict|armed conflict(s)|conflit(s) armé(s)|conflicto(s) armado(s)
civil-war|civil war(s)|guerre(s) civile(s)|guerra(s) civil(es)
ceasefire|ceasefire(s);cease-fire(s)|cessez-le-feu|alto el fuego;cese al fuego;cese el fuego
peacebuilding|peacebuilding;peace(-| )building;consolidation of peace|consolidation de la paix|consolidación de la paz;construcción de (la )paz
reconciliation|national reconciliation|réconciliation nationale|reconciliación nacional
demobilization|disarmament, demobilization and reintegration;DDR|désarmement, (la )démobilisation et (la )réintégration;DDR|desarme, (la )desmovilización y (la )reintegración;DDR
ex-combatant|ex-combatant(s);former combatant(s);former fighter(s)|ex-combattant(e)(s);ancien(s) combattant(s)|excombatiente(s);ex combatiente(s);antiguos combatientes
transitional-justice|transitional justice|justice transitionnelle|justicia (transicional|de transición)
reparations|reparation(s) (for|to|programme|program)( victims)|réparations (aux|des|pour les) victimes|reparación (de|a) (las )víctimas
land-property-rights|housing, land and property( rights);land and property rights|logement, terres et (biens|propriété);droits fonciers et de propriété|vivienda, tierra(s) y (propiedad|bienes)
landmine|landmine(s);land mine(s);unexploded ordnance|mine(s) (antipersonnel|terrestre)(s);munitions non explosées|mina(s) (antipersona|antipersonal|terrestre)(s);municiones sin explotar
post-traumatic-stress|PTSD;post(-| )traumatic stress( disorder| disorders|);posttraumatic stress( disorder|)|(trouble|état|syndrome)(s) de stress post-traumatique|trastorno(s) de estrés postraumático
human-rights|human rights|droits de l'homme;droits humains|derechos humanos
rule-of-law|rule of law|état de droit;primauté du droit|estado de derecho;imperio de la ley
civil-society|civil society( organization| organizations|);CSO(s)|(organisation(s) de la )société civile|(organización(es) de la )sociedad civil
ngo|non-governmental organi(z|s)ation(s);NGO(s)|organisation(s) non gouvernementale(s);ONG|organización(es) no gubernamental(es);ONG(s)
law-enforcement|law enforcement|forces de l'ordre;application des lois;services répressifs|fuerzas del orden;aplicación de la ley;cumplimiento de la ley
organized-crime|organi(z|s)ed crime;transnational organi(z|s)ed crime|(criminalité|crime) (transnationale |transnational |)organisé(e);criminalité transnationale organisée|(delincuencia|crimen) (transnacional )organizad(o|a);crimen organizado transnacional
palermo-protocol|Palermo Protocol(s);Protocol to Prevent, Suppress and Punish Trafficking in Person(s)|protocole(s) de Palerme;protocole visant à prévenir, réprimer et punir la traite|protocolo(s) de Palermo;protocolo para prevenir, reprimir y sancionar la trata
global-compact-for-migration|Global Compact for (Safe, Orderly and Regular )Migration;Global Compact on Migration;GCM;Marrakech Compact|Pacte mondial (pour des migrations|sur les migrations|pour les migrations|pour une migration)( sûres, ordonnées et régulières);pacte de Marrakech|Pacto Mundial (para la|sobre la|para las|sobre) (Migración|migraciones)( segura, ordenada y regular);pacto de Marrakech
global-compact-on-refugees|Global Compact on Refugees;GCR|Pacte mondial sur les réfugiés|Pacto Mundial sobre (los )Refugiados
freedom-of-movement|freedom of movement;free movement( of (persons|people|workers))|liberté de (circulation|mouvement);libre circulation( des (personnes|travailleurs))|libertad de (circulación|movimiento);libre (circulación|movilidad|tránsito)( de (personas|trabajadores))
human-mobility|human mobility|mobilité humaine|movilidad humana
urbanization|urbanization;rural(-| )urban migration;rural exodus|urbanisation;exode rural|urbanización;éxodo rural
citizenship|citizenship|citoyenneté|ciudadanía
naturalization|naturalization|naturalisation|naturalización
birth-registration|birth registration;registration of births|enregistrement des naissances|registro de (los )nacimientos;inscripción de nacimientos
identity-document|identity (document|card|papers)(s);ID card(s)|(pièce|carte|document|papiers)(s) d'identité|documento(s) de identidad;cédula(s)( de identidad)
biometrics|biometrics;biometric (data|registration|identification)|biométrie;(données|enregistrement|identification) biométrique(s)|biometría;(datos|registro|identificación) biométric(o|a)(s)
out-of-country-voting|out-of-country voting;OCV;external voting|vote (à l'étranger|hors du pays|des expatriés)|voto (en el exterior|en el extranjero|desde el exterior)
awareness-campaign|(awareness|information|awareness-raising|awareness raising|sensitization) campaign(s)|campagne(s) (de sensibilisation|d'information)|campaña(s) (de (sensibilización|concienciación|información|concientización)|informativa(s))
hotline|hotline(s);helpline(s)|ligne(s) (d'assistance|d'écoute|d'urgence)( téléphonique);numéro vert|línea(s) (directa|de ayuda|de asistencia)( telefónica)
migrant-resource-centre|migra(nt|tion) resource (centre|center)(s)|centre(s) de ressources (pour (les )migrants|sur les migrations)|centro(s) de (recursos|información|atención) para migrantes
transit-centre|transit (centre|center)(s);transit camp(s)|centre(s) de transit;camp(s) de transit|centro(s) de tránsito
reception-centre|reception (centre|center|facility|facilities|centres|centers)|centre(s) d'accueil|centro(s) de (acogida|recepción)
safe-house|safe house(s);shelter(s) for (victims|trafficking victims)|refuge(s) pour (les )victimes;foyer(s) d'accueil pour victimes|casa(s) (refugio|segura(s)|de acogida)( para víctimas)
host-family|host famil(y|ies);hosting famil(y|ies)|famille(s) (d'accueil|hôte(s))|familia(s) (de acogida|anfitriona(s))
rohingya|Rohingya(s)|Rohingya(s)|rohinyá(s);rohingya(s)
migrant-caravan|migrant caravan(s);caravan(s) of migrants|caravane(s) de migrants|caravana(s) (de )migrante(s)
iom|IOM;International Organi(z|s)ation for Migration;МОМ;Международн(ая|ой|ую) организаци(я|и|ю|ей) по миграции;المنظمة الدولية للهجرة;Internationale Organisation für Migration;Organização Internacional para as Migrações;Organizzazione internazionale per le migrazioni|OIM;Organisation internationale pour les migrations|OIM;Organización Internacional para las Migraciones
unhcr|UNHCR;UN Refugee Agency;United Nations High Commissioner for Refugees;High Commissioner for Refugees;УВКБ( ООН);المفوضية السامية للأمم المتحدة لشؤون اللاجئين;UN-Flüchtlingshilfswerk|HCR;Haut( )Commissariat (des Nations Unies )pour les réfugiés;UNHCR|ACNUR;Alto Comisionado de las Naciones Unidas para los Refugiados;Agencia de la ONU para los Refugiados
un|=UN;United Nations;ООН;Организаци(я|и|ю|ей) Объединенных Наций;الأمم المتحدة;Vereinte(n) Nationen;UNO;Nações Unidas;Nazioni Unite|ONU;Nations Unies|ONU;=NNUU;Naciones Unidas
unicef|UNICEF;United Nations Children's Fund;ЮНИСЕФ;اليونيسف|UNICEF;Fonds des Nations Unies pour l'enfance|UNICEF;Fondo de las Naciones Unidas para la Infancia
wfp|WFP;World Food Programme;World Food Program;ВПП ООН;برنامج الأغذية العالمي;برنامج الاغذية العالمي;Welternährungsprogramm|=PAM;Programme alimentaire mondial|Programa Mundial de Alimentos;PMA de las Naciones Unidas
who|=WHO;World Health Organi(z|s)ation;ВОЗ;Всемирн(ая|ой|ую) организаци(я|и|ю|ей) здравоохранения;منظمة الصحة العالمية;Weltgesundheitsorganisation|OMS;Organisation mondiale de la santé|OMS;Organización Mundial de la Salud
ilo|ILO;International Labo(u)r Organi(z|s)ation|OIT;Organisation internationale du travail|OIT;Organización Internacional del Trabajo
undp|UNDP;United Nations Development Programme|PNUD;Programme des Nations Unies pour le développement|PNUD;Programa de las Naciones Unidas para el Desarrollo
unodc|UNODC;United Nations Office on Drugs and Crime|ONUDC;Office des Nations Unies contre la drogue et le crime|ONUDD;UNODC;Oficina de las Naciones Unidas contra la Droga y el Delito
unfpa|UNFPA;United Nations Population Fund|FNUAP;UNFPA;Fonds des Nations Unies pour la population|UNFPA;Fondo de Población de las Naciones Unidas
ocha|OCHA;Office for the Coordination of Humanitarian Affairs|OCHA;Bureau de la coordination des affaires humanitaires|OCHA;OCAH;Oficina de Coordinación de Asuntos Humanitarios
red-cross|Red Cross;Red Cross and Red Crescent|Croix-Rouge|Cruz Roja
icrc|ICRC;International Committee of the Red Cross|CICR;Comité international de la Croix-Rouge|CICR;Comité Internacional de la Cruz Roja
ifrc|IFRC;International Federation of Red Cross( and Red Crescent Societies)|FICR;Fédération internationale des sociétés de la Croix-Rouge|FICR;Federación Internacional de Sociedades de la Cruz Roja
msf|MSF;Doctors Without Borders|Médecins sans frontières|Médicos Sin Fronteras
al-qaida|al(-| )(qaeda|qaida)|al-Qaïda|al Qaeda
european-union|European Union;=EU;Европейск(ий|ого|ому|им|ом) союз(а|у|ом|е|);الاتحاد الأوروبي;Europäische(n) Union;União Europeia;Unione europea|Union européenne;=UE|Unión Europea;=UE
european-commission|European Commission|Commission européenne|Comisión Europea
african-union|African Union;=AU|Union africaine;=UA|Unión Africana;=UA
ecowas|ECOWAS;Economic Community of West African States|CEDEAO;Communauté économique des États de l'Afrique de l'Ouest|CEDEAO;Comunidad Económica de Estados de África Occidental
security-council|Security Council|Conseil de sécurité|Consejo de Seguridad
sustainable-development-goals|Sustainable Development Goal(s);SDG(s);2030 Agenda|Objectif(s) de développement durable;=ODD;Agenda 2030|Objetivo(s) de Desarrollo Sostenible;=ODS;Agenda 2030
colombo-process|Colombo Process|Processus de Colombo|Proceso de Colombo
regional-consultative-process|regional consultative process(es)|processus consultatif(s) régiona(l|ux)|proceso(s) consultivo(s) regional(es)
south-south-migration|South(-| )South migration|migration(s) Sud-Sud|migración Sur-Sur
international-migrants-day|International Migrants Day|Journée internationale des migrants|Día Internacional del Migrante
world-refugee-day|World Refugee Day|Journée mondiale des réfugiés|Día Mundial (del Refugiado|de los Refugiados)
central-mediterranean|Central Mediterranean( route)|Méditerranée centrale|Mediterráneo central
mediterranean|Mediterranean( Sea)|Méditerranée|Mediterráneo
horn-of-africa|Horn of Africa|Corne de l'Afrique|Cuerno de África
west-africa|West(ern) Africa|Afrique (de l'Ouest|occidentale)|África Occidental
central-america|Central America|Amérique centrale|América Central;Centroamérica
latin-america|Latin America|Amérique latine|América Latina;Latinoamérica
middle-east|Middle East|Moyen-Orient|Oriente Medio;Medio Oriente
sub-saharan-africa|sub-Saharan Africa|Afrique subsaharienne|África subsahariana
darien|Darien( Gap);Darién( Gap)|Darién;bouchon du Darién|(tapón del )Darién;selva del Darién
`

/** Words that show that a term means something else. */
export const FIELD_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'family-reunification': ['family reunion (dinner|lunch|party|picnic|barbecue|weekend|photo)(s)'],
}
