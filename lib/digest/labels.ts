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

// Names as digests give them, in the languages met, letters only; the first of a row is ours.
const NAMES: Readonly<Record<Exclude<Fact, 'other'>, string>> = {
  id: 'id arxiveprints arxiveprint articleid originid archiveid arxivid arxiv arxivno arxivnumber paperid arxivnum arxiv编号 编号 论文编号 论文id identifier eprint eprintid arxividentifier externalid externalids 识别码 guid number pid arxivpaperid entryid',
  link: 'link links canonical alternate liênkết collegamento ссылка tautan łącze odnośnik url urls pdf abs href arxivlink arxivurl pdflink pdfurl absurl abslink paperurl paperlink absolute source arxivabs html 链接 论文链接 原文链接 原文 地址 论文地址 网址 pdf链接 arxiv链接 enlace enlaces lien liens リンク 論文リンク 連絡 paperpage doi uri readpaper fulltext read webpage 下载 linktopaper abspage arxivabsurl arxivpdf ur l1 entryurl l2 lk',
  title:
    'title titles articletitle displayname tiêuđề judul başlık tytuł 题目 论文 标题 论文标题 论文题目 论文名 论文名称 名称 题名 paper papertitle name papername titulo título titre titel タイトル 論文 題名 題目 標題 titleen entitle englishtitle 英文标题 原标题 原文标题 原题 t1 ti headline 제목 titolo название',
  authors:
    'authors author authorships contributors contribgroup contrib tácgiả penulis yazarlar autorzy 作者 论文作者 作者列表 authorlist authornames autores autor auteur auteurs autoren 著者 creator creators dccreator dcauthor by writtenby paperauthors au a1 authorlisted 저자 autori авторы authorsstring authorsfull firstauthor 作者们 people',
  abstract:
    'abstract abstracts descriptions tómtắt abstrak özet streszczenie аннотация samenvatting summary 摘要 原文摘要 论文摘要 英文摘要 desc description abstracten englishabstract resumen résumé resume resumo zusammenfassung 概要 要旨 content contents ab n2 抄録 초록 abstracttext paperabstract originalabstract sommario arxivabstract abstractnote contenthtml contenttext summaryen',
  date: 'date day timestamp ngày дата announced announcementdate announcedon announcedate listed listedon digestdate reportdate dateadded added addedon 日期 公布日期 收录日期 更新日期 发布日期 fecha datum 日付 pubdate publishdate 发表日期 发布时间 时间 时间日期 posted postedon 公開日 掲載日 날짜 data 出版日期 发表时间',
  submitted:
    'submitted published publishedon publicationdate publisheddate datepublished datestamp submittedon submissiondate submissiontime 提交时间 提交日期 投稿日 updated updatedon lastupdated updateddate updatedate 更新时间 created createdat fetched fetchedat updatedat publishedat year soumis',
  topic:
    'topic topics subject theme section area field track keyword matchedkeyword matchedtopic matchedtopics query 主题 方向 领域 分类主题 研究方向 专题 话题 tema temas thème トピック 分野 group cluster collection label task tasks matched 关键方向 类别 category1 matchedterms direction',
  categories:
    'categories category subjects arxivcategories primarycategory maincategory primarysubject arxivcategory arxivprimarycategory arxivsubject subjclass 分类 类目 学科 学科分类 学科类别 categoría categorías kategorie catégorie カテゴリ カテゴリー primaryclass archiveprefix分类 cat cats arxiv分类 分类号 主分类 primary 主分類 クロスリスト allcategories 카테고리',
  score:
    'score relevance relevancescore rating 评分 得分 分数 相关性 相关度 相关性评分 相关度评分 推荐指数 推荐度 puntuación puntuacion スコア llmscore totalscore finalscore overallscore similarity rank_score matchscore aiscore 推荐分数 综合评分 interestscore',
  tldr: 'tldr tl;dr oneliner onesentencesummary onesentence takeaway keytakeaway 一句话总结 一句话 一句话概括 简介 总结 要点 核心贡献 概述 论文简介 简述 点评 推荐理由 highlights highlight keypoints aisummary llmsummary gptsummary gpt摘要 ai总结 ai摘要 精华 porqueesrelevante pourquoi なぜ ひとこと 一言 shortsummary whyitmatters keyinsight insight brief gist 亮点 synopsis tltr',
  tags: 'tags tag keywords kw 关键词 标签 关键字 palabrasclave etiquetas motsclés schlagworte キーワード タグ labels hashtags matchedkeywords keyphrases 키워드',
  comments:
    'comments comment 备注 注释 评论 note notes remarks コメント comentarios journal arxivcomment arxivcomments commentary 说明 authorcomments',
  code: 'code codeurl codelink github repo repository githuburl githubrepo 代码 代码链接 代码地址 código codigo コード repourl opensource 开源 开源代码 源码 项目 project projectpage projecturl website homepage officialcode implementation',
  affiliations:
    'affiliations affiliation institution institutions institute org orgs organization organizations organisation 机构 单位 作者单位 所属 所属機関 afiliación afiliaciones affil company university lab labs team 组织 研究机构',
  announce:
    'announcetype type announce announcement arxivannouncetype newtype submissiontype status 类型 状态 kind tipo',
  translatedTitle:
    'titlezh zhtitle titlecn titlechinese chinesetitle 中文标题 标题翻译 译名 中文题目 中文名 翻译标题 标题中文 标题译文 titleja titlejp 邦題 titletranslated translatedtitle titulotraducido 日本語タイトル titleko titlefr titlede titlees 标题zh 中文标题翻译 译题',
  translatedAbstract:
    'abstractzh zhabstract abstractcn abstractchinese chineseabstract 中文摘要 摘要翻译 翻译摘要 摘要中文 译文 abstractja abstractjp 日本語要約 和訳 要約 translatedabstract abstracttranslated summaryzh zhsummary summarycn summaryja chinesesummary 中文总结 中文简介 abstracttranslation translation 翻译 摘要译文 abstractko abstractfr abstractes abstractde',
};

const FACT_OF = new Map<string, Fact>();
for (const [fact, names] of Object.entries(NAMES)) {
  for (const name of names.split(' ')) if (isFact(fact)) FACT_OF.set(bareName(name), fact);
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

// Headings and labels that structure an entry without giving one of its facts.
const OTHER =
  /^(?:motivation|method|methods|methodology|results?|conclusions?|background|introduction|contributions?|key\s?(?:findings?|contributions?|points?|ideas?)|limitations?|details?|overview|analysis|approach|experiments?|discussion|why|what|how|novel(?:ty)?|impact|significance|datasets?|related(?: work| papers?)?|references?|citations?|bibtex|figures?|license|journal[- ]?ref(?:erence)?|retweets|favorites|upvotes|likes|stars|venue|conference|publisher|accepted|fuente|from|length|pages|size|report-?no|msc-?class|acm-?class|proxy|背景|方法|结果|结论|动机|目的|主要发现|主要贡献|创新点|局限|实验|方法亮点|关键发现|来源|期刊|会议|背景知识|贡献|问题|思路|解读|详情|更多|ライセンス|背景と目的|手法|結果)$/i;

export function isOtherLabel(label: string): boolean {
  return label.length <= 40 && OTHER.test(label.replaceAll(/[^\p{L}\p{N} -]/gu, '').trim());
}
