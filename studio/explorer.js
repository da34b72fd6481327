// Plays a compiled story at random inside the engine that compiled it, where every piece of the script still knows its line.
// `studio/explore_process.py` loads it behind ink-full.js. What it counts is counted by script, never by player.
// Why so long: it is loaded into the engine as one text, and every part of it works on the one story that is open there.

const MOST_STEPS = 200000, MOST_LINES = 1000, MOST_CHOICES = 1000, CONTEXTS = 3, MOST_SEED = 2147483647, ERROR = 2;
const MOST_PLACES = 4000, DRAWS = 8, LEAPS = 24;
// Ink's own numbers for the two commands around a tag, and for the one that does nothing.
const BEGIN_TAG = 24, END_TAG = 25, NOTHING = 9;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-]*/gu;

let explorer = null;

function openStory(request) {
  const {main, files} = JSON.parse(request);
  const handler = {ResolveInkFilename: (name) => name, LoadInkFileContents: (name) => files[name]};
  const options = new inkjs.CompilerOptions(main, [], false, () => {}, handler);
  try { explorer = new Explorer(new inkjs.Compiler(files[main], options).Compile(), main); }
  catch (fault) { return JSON.stringify(null); }
  return JSON.stringify({pieces: explorer.pieces, choices: explorer.choices});
}

function explore(seed, curious, first, count, milliseconds) {
  return JSON.stringify(explorer.batch(seed, curious, first, count, milliseconds));
}

// A generator of numbers from 0 to 1 (mulberry32, Tommy Ettinger): the same seed gives the same plays.
function dice(seed) {
  let at = seed >>> 0;
  return () => {
    at = (at + 0x6D2B79F5) >>> 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const lengths = new Map();

// How many words a text has; the same texts come again and again.
function words(text) {
  let count = lengths.get(text);
  if (count === undefined) {
    count = (text.match(WORD) || []).length;
    if (lengths.size < 100000) lengths.set(text, count);
  }
  return count;
}

function copied(play) {
  return {...play, picks: [...play.picks], texts: [...play.texts], marks: [...play.marks], chapters: {...play.chapters}};
}

class Explorer {
  constructor(story, main) {
    this.story = story;
    this.main = main;
    this.pieces = [];
    this.choices = [];
    this.byPath = new Map();
    this.counted = new Set();
    this.pairs = new Map();
    this.sampled = new Map();
    this.faults = [];
    this.trace = null;
    this.places = new Map();
    this.known = [];
    this.tags = new Map();
    this.skips = new Map();
    this.number(story.mainContentContainer);
    this.listen();
  }

  // Gives every piece of the script that has a line of its own a number, and every choice one.
  number(thing) {
    thing.$seen = false;
    if (Array.isArray(thing.content)) {
      this.tagged(thing.content);
      thing.content.forEach((part) => this.number(part));
      if (thing.namedOnlyContent) thing.namedOnlyContent.forEach((part) => this.number(part));
      return;
    }
    const data = thing.ownDebugMetadata;
    const text = typeof thing.value === "string" && !thing.$tag ? thing.value.trim() : "";
    // What stands behind a block whose every case leads away is nothing that a writer wrote.
    const empty = thing.value === "\n" || thing.commandType === NOTHING;
    if (data && !empty) {
      thing.$piece = this.pieces.length;
      this.pieces.push([data.fileName || this.main, data.startLineNumber, text]);
    }
    if (thing.containerForCount) this.counted.add(thing.containerForCount.path.toString());
    if (thing.targetPath && !thing.pathOnChoice) this.counted.add(thing.targetPath.toString());
    if (thing.pathOnChoice !== undefined) this.choice(thing);
  }

  // Marks what stands in tags: nobody reads that.
  tagged(parts) {
    let inside = false;
    for (const part of parts) {
      if (part.commandType === BEGIN_TAG) inside = true;
      part.$tag = inside;
      if (part.commandType === END_TAG) inside = false;
    }
  }

  choice(point) {
    const data = point.debugMetadata, path = point.path.toString();
    this.byPath.set(path, this.choices.length);
    this.choices.push([(data && data.fileName) || this.main, data ? data.startLineNumber : 0, point.isInvisibleDefault]);
  }

  // Notes every piece the story passes; a line that takes too many steps is an endless loop.
  listen() {
    const {story} = this, step = story.PerformLogicAndFlowControl;
    story.PerformLogicAndFlowControl = (piece) => {
      if (++this.steps > MOST_STEPS) throw new Error("The story goes round in circles here and shows nothing.");
      if (piece) {
        this.at = piece;
        if (this.trace) this.trace.push(piece);
        else if (!piece.$seen && piece.$piece !== undefined) { piece.$seen = true; this.fresh.push(piece.$piece); }
      }
      return step.call(story, piece);
    };
    story.onError = (message, kind) => { if (kind === ERROR) this.faults.push(message); };
  }

  batch(seed, curious, first, count, milliseconds) {
    const until = Date.now() + milliseconds, plays = [];
    this.fresh = [];
    this.offered = {};
    this.taken = {};
    for (let at = first; at < first + count && (Date.now() < until || !plays.length); at++) plays.push(this.play((seed + at) % MOST_SEED, curious));
    const pairs = [...this.pairs].map(([pair, differ]) => [...pair.split(" ").map(Number), differ]);
    return {plays, fresh: this.fresh, offered: this.offered, taken: this.taken, pairs};
  }

  // One play to its end: what it met, what it read, and which choices led there.
  play(seed, curious) {
    const {story} = this, next = dice(seed);
    let play = {seed, picks: [], texts: [], marks: [], words: 0, chapters: {}, fault: null, at: null, ended: true};
    this.chapter = this.skip = "";
    try {
      this.begin(seed);
      if (curious && this.known.length) play = this.resume(next());
      for (;;) {
        this.page(play);
        const offered = story.currentChoices;
        if (this.faults.length || !offered.length) break;
        if (play.picks.length >= MOST_CHOICES) { play.ended = false; break; }
        this.offer(play, offered);
        this.compare(offered);
        if (curious) { this.remember(play); this.leap(); }
        if (this.faults.length) break;
        this.pick(play, story.currentChoices, Math.floor(next() * offered.length));
      }
    } catch (fault) { this.faults.push(String(fault && fault.message || fault)); this.mend(); }
    if (this.faults.length) { play.fault = this.faults[0]; play.at = this.where(); }
    else play.texts = [];
    return play;
  }

  // A curious play keeps each place that looks new to the script (what is offered, its numbers), to start from there again.
  remember(play) {
    const key = JSON.stringify([this.story.currentChoices.map((choice) => choice.sourcePath), this.numbers()]);
    const known = this.places.get(key);
    if (known) { known.times++; return; }
    if (this.known.length >= MOST_PLACES) return;
    const place = {times: 0, state: this.story.state.ToJson(), chapter: this.chapter, skip: this.skip, play: copied(play)};
    this.places.set(key, place);
    this.known.push(place);
  }

  // Starts a play at a place that was seldom met: of a few places drawn, the least known.
  resume(chance) {
    const next = dice(Math.floor(chance * MOST_SEED));
    let place = null;
    for (let draw = 0; draw < DRAWS; draw++) {
      const other = this.known[Math.floor(next() * this.known.length)];
      if (!place || other.times < place.times) place = other;
    }
    place.times++;
    this.story.state.LoadJson(place.state);
    this.chapter = place.chapter;
    this.skip = place.skip;
    return copied(place.play);
  }

  // Skips the scene from here as a reader may, a few times each, to see where that leads; what it meets is reached, a fault there a fault.
  leap() {
    const times = this.skips.get(this.skip) || 0;
    if (!this.skip || times >= LEAPS) return;
    this.skips.set(this.skip, times + 1);
    const before = this.story.state.ToJson(), chapter = this.chapter, skip = this.skip;
    this.steps = 0;
    this.story.ChoosePathString(skip);
    this.page(null);
    if (this.faults.length) return;
    this.story.state.LoadJson(before);
    this.chapter = chapter;
    this.skip = skip;
  }

  begin(seed) {
    this.faults = [];
    this.steps = 0;
    this.at = null;
    this.story.ResetState();
    this.story.state.storySeed = seed;
    this.story.state.previousRandom = 0;
  }

  // Reads on to the next choices or the end.
  page(play) {
    for (let lines = 0; this.story.canContinue && !this.faults.length; lines++) {
      if (lines >= MOST_LINES) throw new Error("The story goes round in circles here: " + MOST_LINES + " lines without a choice.");
      this.steps = 0;
      const text = this.story.Continue();
      if (play) { this.marks(play, this.story.currentTags || []); this.read(play, words(text)); }
    }
  }

  marks(play, tags) {
    const cues = tags.map((tag) => this.cue(tag));
    // A new scene or chapter ends what could be skipped, as in the game.
    if (cues.some(([name]) => name === "scene" || name === "chapter")) this.skip = "";
    for (const [name, value] of cues) {
      if (name === "chapter") this.chapter = value || "";
      if (name === "skip") this.skip = value || "";
      if (["ending", "perspective", "offramp"].includes(name) && value && value !== "none") play.marks.push([name, value]);
    }
  }

  cue(tag) {
    if (!this.tags.has(tag)) this.tags.set(tag, tag.split(/:(.*)/s).map((part) => part.trim()));
    return this.tags.get(tag);
  }

  read(play, count) {
    play.words += count;
    play.chapters[this.chapter] = (play.chapters[this.chapter] || 0) + count;
  }

  offer(play, offered) {
    const prompt = offered.flatMap((choice) => choice.tags || []).find((tag) => tag.trim().startsWith("prompt:"));
    this.read(play, words(offered.map((choice) => choice.text).join(" ") + " " + (prompt ? prompt.replace("prompt:", "") : "")));
    for (const choice of offered) this.count(this.offered, choice);
  }

  pick(play, offered, index) {
    this.count(this.taken, offered[index]);
    play.picks.push(index);
    play.texts.push(offered.map((choice) => choice.text));
    this.steps = 0;
    this.story.ChooseChoiceIndex(index);
  }

  count(table, choice) {
    const id = this.byPath.get(choice.sourcePath);
    if (id !== undefined) table[id] = (table[id] || 0) + 1;
  }

  // Tries every choice of a set from here, a few times a set, and notes which of them were told apart by what followed.
  compare(offered) {
    const ids = offered.map((choice) => this.byPath.get(choice.sourcePath));
    const key = ids.join(" "), times = this.sampled.get(key) || 0;
    if (ids.length < 2 || times >= CONTEXTS || new Set(ids).size < ids.length) return;
    this.sampled.set(key, times + 1);
    const before = this.story.state.ToJson(), chapter = this.chapter;
    const after = ids.map((id, index) => this.sequel(before, id, index));
    this.story.state.LoadJson(before);
    this.chapter = chapter;
    for (let one = 0; one < ids.length; one++) for (let two = one + 1; two < ids.length; two++) this.pair(ids[one], ids[two], after[one] !== after[two]);
  }

  pair(one, two, differ) {
    const key = Math.min(one, two) + " " + Math.max(one, two);
    this.pairs.set(key, differ || this.pairs.get(key) || false);
  }

  // What follows a choice, without the choice's own line: the text, the numbers, and what is offered next.
  sequel(before, id, index) {
    const [file, line] = this.choices[id], state = this.story.state;
    try {
      state.LoadJson(before);
      this.trace = [];
      this.steps = 0;
      this.story.ChooseChoiceIndex(index);
      this.page(null);
      const own = (piece) => piece.$piece === undefined || (this.pieces[piece.$piece][0] === file && this.pieces[piece.$piece][1] === line);
      const shown = this.trace.filter((piece) => typeof piece.value === "string" && piece.value.trim() && !own(piece)).map((piece) => piece.$piece);
      return this.faults.length ? "fault " + id : JSON.stringify([shown, this.numbers(), this.story.currentChoices.map((one) => [one.sourcePath, one.text])]);
    } catch (fault) { this.mend(); return "fault " + id; }
    finally { this.trace = null; this.faults = []; }
  }

  // The variables, and the counts of visits that the script asks for.
  numbers() {
    const state = JSON.parse(this.story.state.ToJson());
    const asked = (table) => Object.entries(table || {}).filter(([path]) => this.counted.has(path));
    const threads = Object.values(state.flows).flatMap((flow) => flow.callstack.threads).flatMap((thread) => thread.callstack);
    return [state.variablesState, asked(state.visitCounts), asked(state.turnIndices).map(([path]) => path), threads.map((frame) => frame.temp || {})];
  }

  where() {
    for (let at = this.at; at; at = at.parent) {
      const data = at.ownDebugMetadata;
      if (data) return [data.fileName || this.main, data.startLineNumber];
    }
    return null;
  }

  // Makes the engine usable again after it threw in the middle of a line.
  mend() {
    const {story} = this;
    story._recursiveContinueCount = 0;
    story._asyncContinueActive = false;
    story._stateSnapshotAtLastNewline = null;
    story._sawLookaheadUnsafeFunctionAfterNewline = false;
  }
}
