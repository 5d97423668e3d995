/**
 * The first term of each bucket except the first, in order. The bounds are cut so that each bucket takes a similar
 * share of an index of 47,251 papers; tests/training/bucket-bounds.ts writes them. Changing them needs a new
 * INDEX_VERSION.
 */
export const BUCKET_BOUNDS: readonly string[] = `
1xa|395|50m|7e|@aadil|@adap|@aige|@alessi|@alshar|@andran|@antonel|@arr|@avani|@baiy|@bashl|@benzi
@bina|@bohang|@bramh|@byungc|@carine|@chandrab|@chena|@chenan|@chenyua|@chrisa|@claudiu|@cuih|@dang
@dayal|@deret|@dinga|@donghun|@duoq|@eleri|@ermol|@fallat|@feic|@finke|@fua|@gaoa|@georgeo|@gloc
@gretc|@gunar|@haari|@hana|@haocheng|@haul|@henglin|@holl|@houxu|@huangc|@husr|@imp|@ja|@jasha|@jia'
@jianga|@jieb|@jingqia|@john|@julie|@jurv|@kama|@kasi|@kerbu|@kima|@koloss|@kroni|@kwes|@laskari
@leibo|@li'|@lia|@lina|@lisi|@liub|@loukas|@luob|@macm|@manaf|@marinaz|@matthi|@mein|@michaela|@mingi
@moenc|@mosback|@muskan|@napas|@ngoc|@nirv|@ofri|@osth|@panop|@pavly|@perezh|@pisc|@pray|@qiangb
@qiub|@rahmet|@ravanb|@riann|@rolando|@ruib|@sa|@saleha|@sapark|@schney|@seonh|@shanga|@shena|@shine
@shugui|@simin|@snap|@sotiris|@stern|@suna|@swair|@tana|@tatt|@thomaso|@tingc|@tranc|@uliss|@vashk
@vinico|@wanga|@wangb|@weg|@welc|@wiele|@wub|@xiangyu|@xiaoyin|@xinlei|@xua|@xuyin|@yanga|@yanzhe
@yeming|@yiku|@yiwu|@younes|@yuana|@yuhuai|@yuu|@zekan|@zhanga|@zhangb|@zhea|@zheqin|@zhongxu|@zhua
@zitu|^a culturally r|^accelerating diffusion lar|^ai fo|^are e|^avoidi|^beyond sy|^camo an|^chronop
^compute w|^critiq|^deeptu|^diverse p|^dynat|^enhancing fo|^evir|^few t|^from literat|^gith|^hetg
^identifying or|^interp|^knowtr|^leave no t|^llm4sw|^marke|^micron|^msa at b|^neurow|^openin
^personalized rew|^probing int|^ragex|^reliable d|^robust tex|^sea s|^similarity distance magnitude l
^srf|^synthetic pref|^the ds|^time i|^tracking the t|^uniera|^vocabu|^who's b|abilityt|ablationb
academic|accesse|accumulativ|accuracyd|accuratel|achievings|acrost|acrq|acrr|acs|act2|activef|adapta
adaptio|addis|additiv|adjustm|advanced|advant|advj|agent0|agent2|aggregatio|ai2|aido|algorithmi
alignedw|alignmento|allowl|alternativel|amul|analysisb|analyst|anam|annotater|anonymouse|answerer
apib|applicativ|applier|appropriatel|arcee|archiv|arise|artificiall|asr5|assessmenw|assistantb|asta
attempte|attenuati|audiob|augmentedb|authoritativel|automath|autonomousl|availb|avay|avp|awared
backgrounde|bank|baser|bash|bayesianv|behaviora|behr|benchmark1|benchmarka|benchmarke|benefite
beyonda|biasa|bim|blackb|bombi|bounda|breaka|broadb|buffere|builti|calculated|cancerk|capabl|capabli
captione|capy|caseb|categoricall|causalm|centeredn|cfpd|challenged|challengem|challengingl|chann
chat1|childe|chunke|claim2|classificato|clean5|clinicalm|clozem|coct|code1|codinga|coherenta
collapsed|combinationa|combis|commona|communityb|comparer|compatibl|complementarit|complexa|complexb
componentb|comprehensiv|comprehensiven|compros|computationali|concentrated|conciseh|conditionali
conductio|confirma|connectioni|consiste|consistentc|consisti|constrainta|constructi|contacte|contentb
contexta|contextagentb|contextuali|continuu|contributed|controllabilityx|conventionali|converte|core1
corpus2|correcto|corrupti|costa|counterparty|coveringf|creati|critica|criticali|crossa|cruciall
culturalb|currentl|curri|d1|data2|data2b|data2s|dataset1|datasetd|datasetn|dcpo|decisiona|decodi
decouplede|deepera|defined|degradi|demande|demonstrativ|dependency|deployer|depthb|descrip|design2
designer|despr|detectg|detectr|developmenta|diab|dialoguea|differentiati|diffusiona|dimensional0
directiona|disal|discoveryb|disentangled|distantl|distincti|distributiona|diversec|diversed|doc2do
doesno|domain2|dominantl|dp|drivel|dropb|dvo|dynamicc|easie|edit2|effectf|efficiencyo|efficientg
egomo|elicito|embeddingg|emergen|empathya|empirici|emw|encodingi|end2|engagingn|englisho|enhanced
enhane|ensured|entitya|environmenta|equivalentl|errora|essentiali|establishm|ethnographi|evaluatio
evaluationa|evaluationm|evenn|evidenceb|evopres|exampled|excessivel|exhaustin|exist2|experienced
expertg|explicita|exploiter|exposed|extens|extracta|extractiv|face1|fact2|factualiz|failures
faithfulr|fann|feasibl|featuriz|fewes|filed|finali|finda|findings|findm|finea|fineag|fived|fixedl
floren|focusm|forceda|forma|formulated|foundationa|fourf|frauds|fres|fulfille|functiona|fundamentali
futureb|gaind|gapa|garneri|gemma1|generalised|generalized|generated|generati|generatio|generationa
generationall|generica|getty|globalc|goed|gpt2|gradientb|grande|graspa|groundedc|groupb|gru4|guideb
gyne|hana|hardes|hawq|heavin|herni|hierarchicalk|highd|highdi|highl|highly|hindi|hoch|horizonb|humana
humanan|hus|hysat|identifie|identifyi|ier|illustratio|immigrationq|implementationa|important
inadequatel|incompletel|incorporatio|increasingl|incrementi|indicated|individuali|industryo
inferenced|infiniteb|informationa|informationall|infre|initiat|inputt|insighta|inspirede|instructiona
integrated|integratio|intelligent|intentq|interaction2|interfaced|internali|interpretably
interventiona|intuitioni|involved|isolated|issueb|iterativel|jointc|judgee|keep4|knar|knowledgea
knownp|labelb|lacke|languageb|languagem|languages|languagi|langue|langug|langv|largec|largeco|largel
largely|largen|larger|latent|layerb|leaderl|learnedr|learnl|learnlm|legitimize|leveld|levele|lexicala
lighta|limita|limite|linearize|linka|littleb|llm1|llm2|llm2c|llm2i|llm2l|lm1|localm|logiti|long1
loraa|lowc|lowerc|machiavelliani|mains|mainte|makt|manipulated|mapd|maska|matcher|mathematicall|mba
meaningfull|meb|mechanist|medicalb|memoriza|mentione|metaprop|metrica|mida|minia|misaligne|missingn
mitigatio|mllmg|modali|modelb|modelbi|modelc|modele|modeled|modeler|modeli|modelin|modelinga
modifiedd|moleculen|mosa|mrro|multi3|multia|multilingualb|multimodall|multiplec|mutex|narrator
naturalf|naturel|needi|ner4|neuro|nlg2|noised|nona|notai|nul|o6|observably|obtaina|offere|officiall
onlinem|opena|openair|operationa|optimali|optimizationa|opusl|organize|orthogonali|outpr|outputt
overallo|overhear|overwhelme|pair2|paradigma|parallela|parameteriza|partiali|partir|passp|patienta
pavlo|perceived|perfr|persona2|perspectiveg|phenomenal|picturi|pipelined|planj|play2|pointe|policya
pop|posir|possibleo|potentiali|powera|practicali|prea|preciselyt|predicti|predictiq|preferencea
presenter|preset|preventa|primat|privacya|probed|processa|processo|produce0|productioni|progresse
prolifi|prompt2|promptings|propertyc|proth|provis|ptsd|publisher|pythoni|qualitativel|qualityl
quantifyi|query2|questiona|questionably|qz|rag2|ranged|rankingg|rateb|ration|reacta|reala|realb
reasonf|reasoning1|reasoningb|received|recommendationa|reconstructa|recursivel|reduced|reductioni
referrer|reflecta|regimen|regulo|rejectiv|relationships|released|relevantl|reliabl|relief|relyi
removed|replaci|repost|representationa|representer|required|requirem|rescui|researcha|residuali
resource'|respev|responser|resum|retrievabl|retrievala|retrievi|reveale|revel|revisioni|rewritel|rigo
riss|robust0|robustr|roleb|routeb|rule2|sadr|salf|sampo|scalabl|scalea|scaleb|scare|scenariob
sciencea|scorea|scorl|search1|securitye|select2|selectivel|selfa|semantica|sensationalist|sentencea
sequenced|served|seta|settl|setupx|shallowe|sharm|shopp|shotk|signale|sim2|simplea|simulated|singleb
sitew|sizea|slot|smalles|socialb|solutionb|som|sourcec|sourced|spacec|sparsec|specext|specifica
specifici|speech2|splitf|ssli|stage1|standardi|standardizi|statistica|stemv|stepw|strategica
strategyq|strengthe|strongh|structurea|structureda|struggled|style4|subjectivel|substand|substantiat
successf|suffix|summarize|supervisedd|supporte|supportiv|surpl|swapp|syntactica|synthetica|system1
system2|systematica|systematicallye|tailora|targeta|taxa|technicali|technot|tena|term2|test1|text2
text2av|textuali|theoreticall|thinkingb|threadm|time1|timea|token2|tokena|tool4|top1|toxicn|tradea
traditionali|trainee|trainingd|trainiu|trainl|transcriber|transformationa|transitiv|transparenti
trende|trueb|ttn|tunis|tunisian|twic|typicalv|ultimatu|uncli|underm|understanda|understat|ungro|unim
unko|unrealistica|unsystematica|urband|usera|useras|utilized|validated|validl|vanis|variationa|vdo
verifiably|versatilef|viewa|visiona|vit5|volumet|wadh|wayu|weekd|whb|widest|wiseh|workflowv|worldc
writinga|yearb|yorke|一|佇|傏|凗|匟|呧|喯|囷|堿|妇|嫏|尗|嵟|座|忯|愷|承|揇|攏|晗|枟|棧|樯|歷|沿|渇|潏|炗|營|猧|瑯|疷|盿|硇|福|竗|簟|絧|纯|翷
脿|芇|菏|蔗|號|螧|裯|訷|譿|資|踏|轗|邟|釧|錯|鑷|閿|震|顏|馗|髟|鰧|鵯|麷
`
  .trim()
  .split(/[|\n]/);
