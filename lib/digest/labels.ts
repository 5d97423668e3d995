import { anyOf } from './word-pattern';

/** What a column, a key or a label can be about. */
export type Fact =
  | 'id'
  | 'link'
  | 'title'
  | 'authors'
  | 'abstract'
  | 'date'
  | 'submitted'
  | 'topic'
  | 'categories'
  | 'score'
  | 'tldr'
  | 'tags'
  | 'comments'
  | 'code'
  | 'affiliations'
  | 'announce'
  | 'translatedTitle'
  | 'translatedAbstract'
  | 'other';

/** Where a name was met: as a label in some language, as a key of data, or in the files of reference managers. */
type Written = 'english' | 'data' | 'references' | 'chinese' | 'japanese' | 'korean' | 'others';

/**
 * What digests call each fact, in letters and digits alone. The fixtures `json-rows`, `nested-fields` and `oai` show
 * keys of data, `zotero-csv` and `csl-json` those of reference managers, `chinese-table` and `chinese-text` Chinese
 * labels.
 */
const NAMES: Readonly<Record<Exclude<Fact, 'other'>, Partial<Record<Written, string>>>> = {
  id: {
    english: 'id arxivid arxiv arxivno arxivnumber arxivnum identifier number',
    data: 'articleid originid archiveid paperid arxividentifier externalid externalids guid pid arxivpaperid entryid',
    references: 'arxiveprints arxiveprint eprint eprintid',
    chinese: 'arxiv编号 编号 论文编号 论文id 识别码',
  },
  link: {
    english:
      'link links url urls pdf abs arxivlink arxivurl pdflink paperlink absolute source html paperpage readpaper fulltext read webpage linktopaper arxivpdf',
    data: 'canonical alternate href pdfurl absurl abslink paperurl arxivabs uri abspage arxivabsurl entryurl',
    references: 'doi ur l1 l2 lk',
    chinese: '链接 论文链接 原文链接 原文 地址 论文地址 网址 pdf链接 arxiv链接 下载',
    japanese: 'リンク 論文リンク 連絡',
    others: 'liênkết collegamento ссылка tautan łącze odnośnik enlace enlaces lien liens',
  },
  title: {
    english: 'title titles paper papertitle name papername englishtitle headline',
    data: 'articletitle displayname titleen entitle',
    references: 't1 ti',
    chinese: '题目 论文 标题 论文标题 论文题目 论文名 论文名称 名称 题名 標題 英文标题 原标题 原文标题 原题',
    japanese: 'タイトル 論文 題名 題目',
    korean: '제목',
    others: 'tiêuđề judul başlık tytuł titulo título titre titel titolo название',
  },
  authors: {
    english: 'authors author by writtenby paperauthors people',
    data: 'authorships contributors contribgroup contrib authorlist authornames creator creators dccreator dcauthor authorlisted authorsstring authorsfull firstauthor',
    references: 'au a1',
    chinese: '作者 论文作者 作者列表 作者们',
    japanese: '著者',
    korean: '저자',
    others: 'tácgiả penulis yazarlar autorzy autores autor auteur auteurs autoren autori авторы',
  },
  abstract: {
    english: 'abstract abstracts summary description englishabstract content contents paperabstract',
    data: 'descriptions desc abstracten abstracttext originalabstract arxivabstract contenthtml contenttext summaryen',
    references: 'ab n2 abstractnote',
    chinese: '摘要 原文摘要 论文摘要 英文摘要',
    japanese: '概要 要旨 抄録',
    korean: '초록',
    others:
      'tómtắt abstrak özet streszczenie аннотация samenvatting resumen résumé resume resumo zusammenfassung sommario',
  },
  date: {
    english: 'date day announced announcementdate announcedon listed listedon added addedon posted postedon',
    data: 'timestamp announcedate digestdate reportdate dateadded pubdate publishdate',
    chinese: '日期 公布日期 收录日期 更新日期 发布日期 发表日期 发布时间 时间 时间日期 出版日期 发表时间',
    japanese: '日付 公開日 掲載日',
    korean: '날짜',
    others: 'ngày дата fecha datum data',
  },
  submitted: {
    english:
      'submitted published publishedon publicationdate submittedon submissiondate updated updatedon lastupdated year',
    data: 'publisheddate datepublished datestamp submissiontime updateddate updatedate created createdat fetched fetchedat updatedat publishedat',
    chinese: '提交时间 提交日期 更新时间',
    japanese: '投稿日',
    others: 'soumis',
  },
  topic: {
    english:
      'topic topics subject theme section area field track keyword query group cluster collection label task tasks matched direction',
    data: 'matchedkeyword matchedtopic matchedtopics category1 matchedterms',
    chinese: '主题 方向 领域 分类主题 研究方向 专题 话题 关键方向 类别',
    japanese: 'トピック 分野',
    others: 'tema temas thème',
  },
  categories: {
    english: 'categories category subjects primarycategory maincategory primarysubject primary',
    data: 'arxivcategories arxivcategory arxivprimarycategory arxivsubject cat cats allcategories',
    references: 'subjclass primaryclass archiveprefix分类',
    chinese: '分类 类目 学科 学科分类 学科类别 arxiv分类 分类号 主分类',
    japanese: 'カテゴリ カテゴリー 主分類 クロスリスト',
    korean: '카테고리',
    others: 'categoría categorías kategorie catégorie',
  },
  score: {
    english: 'score relevance rating similarity',
    data: 'relevancescore llmscore totalscore finalscore overallscore rank_score matchscore aiscore interestscore',
    chinese: '评分 得分 分数 相关性 相关度 相关性评分 相关度评分 推荐指数 推荐度 推荐分数 综合评分',
    japanese: 'スコア',
    others: 'puntuación puntuacion',
  },
  tldr: {
    english:
      'tldr tl;dr onesentencesummary onesentence takeaway keytakeaway highlights highlight keypoints whyitmatters keyinsight insight brief gist synopsis',
    data: 'oneliner aisummary llmsummary gptsummary shortsummary tltr',
    chinese:
      '一句话总结 一句话 一句话概括 简介 总结 要点 核心贡献 概述 论文简介 简述 点评 推荐理由 gpt摘要 ai总结 ai摘要 精华 亮点',
    japanese: 'なぜ ひとこと 一言',
    others: 'porqueesrelevante pourquoi',
  },
  tags: {
    english: 'tags tag keywords labels hashtags keyphrases',
    data: 'matchedkeywords',
    references: 'kw',
    chinese: '关键词 标签 关键字',
    japanese: 'キーワード タグ',
    korean: '키워드',
    others: 'palabrasclave etiquetas motsclés schlagworte',
  },
  comments: {
    english: 'comments comment note notes remarks journal commentary',
    data: 'arxivcomment arxivcomments authorcomments',
    chinese: '备注 注释 评论 说明',
    japanese: 'コメント',
    others: 'comentarios',
  },
  code: {
    english: 'code github repo repository opensource project projectpage website homepage implementation',
    data: 'codeurl codelink githuburl githubrepo repourl projecturl officialcode',
    chinese: '代码 代码链接 代码地址 开源 开源代码 源码 项目',
    japanese: 'コード',
    others: 'código codigo',
  },
  affiliations: {
    english:
      'affiliations affiliation institution institutions institute org orgs organization organizations organisation company university lab labs team',
    data: 'affil',
    chinese: '机构 单位 作者单位 组织 研究机构',
    japanese: '所属 所属機関',
    others: 'afiliación afiliaciones',
  },
  announce: {
    english: 'type announce announcement status kind',
    data: 'announcetype arxivannouncetype newtype submissiontype',
    chinese: '类型 状态',
    others: 'tipo',
  },
  translatedTitle: {
    data: 'titlezh zhtitle titlecn titlechinese chinesetitle titleja titlejp titletranslated translatedtitle titleko titlefr titlede titlees',
    chinese: '中文标题 标题翻译 译名 中文题目 中文名 翻译标题 标题中文 标题译文 标题zh 中文标题翻译 译题',
    japanese: '邦題 日本語タイトル',
    others: 'titulotraducido',
  },
  translatedAbstract: {
    english: 'translation',
    data: 'abstractzh zhabstract abstractcn abstractchinese chineseabstract abstractja abstractjp translatedabstract abstracttranslated summaryzh zhsummary summarycn summaryja chinesesummary abstracttranslation abstractko abstractfr abstractes abstractde',
    chinese: '中文摘要 摘要翻译 翻译摘要 摘要中文 译文 中文总结 中文简介 翻译 摘要译文',
    japanese: '日本語要約 和訳 要約',
  },
};

const FACT_OF = new Map<string, Fact>();
for (const [fact, names] of Object.entries(NAMES)) {
  for (const name of Object.values(names).join(' ').split(' '))
    if (isFact(fact)) FACT_OF.set(bareName(name), fact);
}

function isFact(name: string): name is Exclude<Fact, 'other'> {
  return name in NAMES;
}

/** Letters and digits alone, without accents. */
function bareName(label: string): string {
  return label
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The fact that a label names: `**Authors**`, `arxiv_id`, `作者`, `Título (ES)`. */
export function parseLabel(label: string): Fact | undefined {
  if (label.length > 60) return undefined;
  const lower = label.toLowerCase();
  const translated =
    /[([（]\s*(?:zh|cn|中文|chinese|ja|jp|ko|es|fr|de|translated|译)[^)\]）]{0,12}[)\]）]/.exec(lower);
  const bare = translated
    ? lower.replace(translated[0], '')
    : lower.replace(/[([（][^)\]）]{0,30}[)\]）]\s*$/, '');
  const fact = FACT_OF.get(bareName(bare));
  if (translated && fact === 'title') return 'translatedTitle';
  if (translated && fact === 'abstract') return 'translatedAbstract';
  return fact;
}

/** Headings and labels that structure an entry without giving one of its facts. */
const OTHER = new RegExp(
  `^${anyOf(
    // The parts of a summary, as language models write it.
    'motivation, method, methods, methodology, result(s), conclusion(s), background, introduction, contribution(s)',
    'key( )finding(s), key( )contribution(s), key( )point(s), key( )idea(s), limitation(s), detail(s), overview',
    'analysis, approach, experiment(s), discussion, why, what, how, novel(ty), impact, significance, dataset(s)',
    'related, related work, related paper(s), reference(s), citation(s), bibtex, figure(s)',
    // What an arXiv page says of a paper beside its abstract.
    'license, journal( )ref(erence), journal-ref(erence), report(-)no, msc(-)class, acm(-)class, proxy, length',
    'pages, size, from, accepted, venue, conference, publisher',
    // What is counted on social sites.
    'retweets, favorites, upvotes, likes, stars',
    // Spanish, Chinese and Japanese.
    'fuente',
    '背景, 方法, 结果, 结论, 动机, 目的, 主要发现, 主要贡献, 创新点, 局限, 实验, 方法亮点, 关键发现, 来源, 期刊, 会议',
    '背景知识, 贡献, 问题, 思路, 解读, 详情, 更多',
    'ライセンス, 背景と目的, 手法, 結果',
  )}$`,
  'i',
);

export function isOtherLabel(label: string): boolean {
  return label.length <= 40 && OTHER.test(label.replaceAll(/[^\p{L}\p{N} -]/gu, '').trim());
}
