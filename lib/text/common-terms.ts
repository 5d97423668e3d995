/**
 * How many of a thousand abstracts use a term, for the 1,500 commonest terms of 42,470 abstracts on retrieval and
 * language (archive of IR and NLP, April 2025 to August 2026). Each number holds for the terms that follow it.
 */
const PER_MILLE = `
858 model
703 language
581 large
542 llm
471 across
344 benchmark
323 dataset
320 data
298 evaluation
290 training
289 system
269 reasoning
247 generation
229 learning
226 multi
225 level
223 text
216 challenge
215 fine accuracy
214 context
213 baseline high
206 human
200 information
199 analysis domain
192 specific
189 capability
182 quality
180 code
177 knowledge
175 time
173 finding
170 real
166 scale
164 strategy
162 research multiple
161 retrieval
159 question
157 token
155 open
153 semantic
152 user
150 gap
148 diverse source
142 agent process
141 tuning world
139 inference available
137 representation reveal
133 setting
132 critical
131 efficient complex
130 output
129 single generate
128 score
126 prompt
125 aware
123 mechanism current understanding
122 require
120 limitation
119 trained ai
118 support
117 metric design pipeline
116 alignment
115 long low structured
114 application cross natural
113 identify enhance generated
111 architecture
110 interaction query
109 cost rely test ability
108 behavior
107 resource content
106 step answer
104 signal consistently find
102 efficiency standard parameter
101 designed set robust
99 dynamic structure
98 gain
97 potential
96 feature optimization evaluating
95 comprehensive four
94 input scenario tool reduce
93 pattern embedding offer
92 augmented capture
91 paradigm
90 evidence
89 self
88 practical
87 attention insight computational prediction non
86 increasingly stage error case
85 driven modeling making
84 rate highlight challenging
83 decision
82 multimodal
81 space fail achieving
80 exhibit technique future lack document
79 detection reinforcement issue beyond
78 general
77 processing produce particularly expert
76 distribution gpt target
75 despite pre integrate
74 relevant systematic solution
73 search respons grounded
72 reward bias
71 layer small average
70 deployment component
69 overall preference struggle typically construct memory full
68 graph scalable consistent pair
67 objective traditional end substantial type five form instruction zero supervised answering explicit shot
66 english policy
65 reliable point yield robustness transformer value post
64 chain role visual grained linguistic substantially sample development preserving
63 higher adaptive automated classification empirical directly
62 systematically free size simple
61 recommendation generating tuned term corpus
60 sequence prompting effect
59 failure lightweight response rag generative multilingual enhancing unified
58 speech assess downstream constraint weight annotation control reducing image
57 selection building complexity label employ guided
56 environment generalization machine
55 advance similarity impact risk distinct
54 external thought consistency base measure mitigate combine
53 controlled online train scaling textual vision feedback example aligned direction trajectory
52 learn safety maintaining synthetic assessment align social foundation range algorithm shift structural
51 demonstrating length reliability core
50 fixed given dimension word especially spanning related family success internal essential loss largely
49 apply condition turn individual publicly resulting
48 accurate finally relative contextual adaptation candidate release alternative
47 additional final fundamental crucial item encoder specialized
46 additionally face llama extraction network establish automatic hallucination highly requiring direct
agentic report ranking diversity number
45 primarily public annotated shared f1 correct transfer conduct nlp widely module six validate
44 trade choice change offering analyze way short judge reference comparison
43 function perspective group competitive sentence suffer deep progress path recognition
42 global larger category latent bridge neural highlighting include original modern explicitly style
difficult dynamically importance
41 match constrained interpretable decoding enhanced difference local sensitive derived ensure serve fully
update translation common vector integrating
40 field lower indicate static preserve sparse predict applied outcome latency entity rl clinical temporal
platform outperforming integration
39 advanced compare difficulty incorporate relationship rule supervision top verification comparable recall
similar limit dialogue
38 access qa validation built 7b rank workflow identifying guide
37 combining relevance order practice stable frontier action sampling hybrid hierarchical benefit 8b variant
36 rich construction review extract methodology increasing concept underlying medical grounding
35 contain unlike benchmarking contribution examine execution factual interpretability corpora help factor
ii modality utility judgment adapt dense protocol instance coverage complementary reflect matching
34 mode optimal scientific exploration cognitive confidence trace property iterative overhead play variation
emerged precision dual conversational bottleneck budget intelligence intervention capacity mathematical
curated position minimal
33 focused ground mean compute ablation theory learned computation influence early parallel topic fact
32 analys depth facilitate noise notably create jointly maintain represent web targeted community diagnostic
class
31 advantage depend deployed demand smaller backbone observe linear advancement heterogeneous pass reduction
evolving remarkable select intermediate engineering incorporating scoring automatically dependent gradient
experience conversation uncertainty
30 negative contrast reason distillation ensuring call attack hidden intent inherent confirm causal
synthesis varying loop degradation suggesting activation theoretical realistic correlation sequential
filtering surface probability implicit correctness 4o argue attribute
29 contribute central modal balance degrade guidance closed aspect format centric capable retrieve
semantically effort subset dependency contrastive underexplored communication lexical build retrieved
literature detect following adversarial independent intensive
28 applying positive stronger understand configuration science nature planning rapid refinement description
boundary concern goal hard developing oriented refine inspired recommender behavioral limiting
27 estimate encode operate continuous conventional analyzing implementation powerful bench cot cue unique
claim purpose performing requirement required audio verifiable growing explanation precise quantify manual
covering optimized addition vs
26 increase compression integrated interface personalized tailored gemini observed pretrained wise testing
known reach relation entropy reliably fidelity video increas major researcher pretraining agnostic
supporting observation
25 deepseek separate treat wide usage history compact complete math allowing seven advancing empirically
qwen3 head truth media released strongest student vary dimensional interactive sensitivity frequently
revealing particular taxonomy characteristic map efficiently collaborative
24 privacy relying solving validated optimize health conducted stability affect primary conditioned
producing sft assessing principle event follow interest surpass evolution indicating random pose classifier
probe comparing million promise fusion mitigating assumption mllm view
23 respectively encoding capturing addressing run valuable collection discovery scalability strength
thinking historical profile corresponding vlm cultural production comprising coherent detecting aligning
autoregressive part technical teacher offline initial harmful logical statistical coherence combination
proprietary measuring span estimation rigorous
22 artificial handle representative associated interpretation yielding meaning augmentation coding noisy
broader constructed calibration combined correction qwen narrative expensive highest agreement useful
vocabulary region clear costly claude horizon summarization accurately detailed raw chinese persistent
mixture
21 speaker paired routing lingual decoder simulation optimizing solve unclear principled sentiment act
phenomenon established perception binary co survey identification labeled drop reliance skill ended defined
incorrect instruct diffusion found popular involve grpo overcome
20 operation simultaneously eight expression qwen2 creating sub window year lora aggregate explored summary
autonomous iii generalize approximately article joint insufficient account manually phase tune distinguish
reproducible unseen broad fewer heuristic inter provided exact record underscore determine meaningful
recover native writing written adopt asr discrete
19 handling focusing define selected tend product patient deliver vulnerability emerge implication
iteratively tree forward poorly collapse consist suite leaving project technology architectural detail
formal decomposition block motivated alongside previously service named digital hop box law assistant
matched verify filter emerging predictive reduced legal weighted induce mapping
18 frequency mixed r1 sery excel unit verified overlook describe greater necessary quantitative nuanced
adapting generator perturbation ratio shape track bert intrinsic logic exploit tested entire missing
character healthcare introduced comparative modular discuss followed true transform
17 appear collaboration far predominantly compris containing frozen flexible proxy regime object participant
conflict mitigation appropriate extracted attribution spatial power standardized third bound derive pro
steering management transition engine extended mini increased independently table certain produced emotion
extracting potentially side retriever clustering identified residual criteria implement longer fall versus
strongly utilizing exploring inherently selecting artifact
16 redundant solely evolve aggregation divergence induced industrial establishing rapidly retain trend
little share ten threshold identity innovation edge qualitative element hold metadata active cluster
hypothesis sufficient black informative scarcity total unstructured involving mismatch rais dominant
comprehension log stream uncover faster resolve mainly meta discourse probing false version take valid trust
spoken strict variable frame scheme validity distance procedure emotional computationally formulation
serving interpret ask transparent explain symbolic
15 node opportunity deterministic commonly index guarantee variance adapted stake attempt powered plan
segment actionable page prove successfully cover generally deeper request retraining weak drift predicting
impressive percentage selective possible universal coarse count needed remaining collected surpassing
constructing engagement fast financial balanced safe tackle adaptively completion script decompos academic
nearly variety boost past trustworthy exist heavily fairness ambiguity prevent amount ranging functional
annotator fundamentally pairwise commercial adoption behind simulate syntactic diagnosis differ auxiliary
granularity
14 carefully cause sota cache audit calibrated exceed suboptimal efficacy inconsistent reported schema
accessible foundational severe pruning check convergence enhancement speedup translate informed expected hoc
pathway start identical link software transparency subject resolution uniform avoid obtain irrelevant
template speed gold utiliz naturally bridging database injection measured split narrow classical held
ensemble material regression macro flow largest suitable measurement manner nine security transformation
gemma inconsistency drive formulate
13 infer reflection grow stem closely evaluator professional setup magnitude overlap notable numerical
ambiguous api assisted convert education quantization compliance distill encourage modification selectively
3b investigation expertise partial conditional rating absolute adaptability editing geometric vulnerable
expansion majority poor conclusion embedded rise tracking game interact isolated perplexity rubric balancing
computer 4b composition repository failing gpu hour matter sparsity accelerate prone dedicated people
rollout device persist billion edit understood utilize geometry mechanistic industry infrastructure recipe
volume applicability incur mistral reading kv expand extension reproducibility close optimiz redundancy
subsequent created forgetting anchor personalization adopted counterpart hinder controllable continue
guideline trigger
12 retrieving faithful creation culturally extending openai persona hand lms awareness likely seed
approximate come educational faithfulness add distributed eliminate massive organization replace studied
assign hardware harm overlooking bidirectional predicted projection matrix throughput unexplored enabled
gender progressively generic read representational unreliable good len right subjective acoustic consider
allocation intelligent misalignment discover rarely relational executable supported discriminative employing
likelihood successful theoretically conceptual rationale statistically according exposure checkpoint
citation crucially practitioner verifier programming demonstration pool scope correlate expose isolate
monitoring curriculum promote biased encoded landscape area leave merely repeated framing simulated
11 demographic mental usually underscoring adapter masked subtle channel generalizable logit plausible round
session association formalize keyword reconstruction utilization centered operational definition give moe
parametric reusable population representing soft manipulation occur adding operating utterance growth
preservation widespread chunk explainable line augment continual deploying equivalent list`;

/** The share assumed for a term that is not in the list: well below that of the last term in it. */
const RARE_SHARE = 0.002;

let shares: Map<string, number> | undefined;

function readShares(): Map<string, number> {
  const read = new Map<string, number>();
  let share = 0;
  for (const word of PER_MILLE.trim().split(/\s+/)) {
    if (/^\d+$/.test(word)) share = Number(word) / 1000;
    if (share && !/^\d+$/.test(word)) read.set(word, share);
  }
  return read;
}

/** The share of all abstracts that use a term, which a small collection cannot tell by itself. */
export function commonShare(term: string): number {
  shares ??= readShares();
  return shares.get(term) ?? RARE_SHARE;
}
