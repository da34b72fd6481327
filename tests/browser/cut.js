// Which texts of a page are cut off, hang out of their boxes, or lie under something; run in the page by looks.py.
() => {
  const found = new Set();
  const root = document.documentElement;
  const say = (words, what) => found.add(`"${words}" ${what}`);
  if (root.scrollWidth > root.clientWidth) found.add(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth}`);

  // Hidden from the eye on purpose, or cut with dots that say so.
  const MEANT = ".sr, [aria-hidden=true], .says:not(.open), summary span.small, option, thead, noscript";
  const meant = (one) => one.closest(MEANT) || (one.closest(".talking .rail") && innerWidth <= 760 && one.closest(".way, .n"));
  const boxed = (one) => {
    let box = one;
    while (/^(inline|contents)$/.test(getComputedStyle(box).display)) box = box.parentElement;
    return box.getBoundingClientRect();
  };
  const extent = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility() || /^(SCRIPT|STYLE|TEXTAREA)$/.test(parent.tagName) || meant(parent)) continue;
    const text = extent(node);
    const words = node.data.trim().slice(0, 40);
    if (!text.width) continue;
    const box = boxed(parent);
    if (text.left < box.left - 1 || text.right > box.right + 1) say(words, "hangs out of its box");
    if (text.left < -1 || text.right > root.clientWidth + 1) say(words, "is beside the page");
    for (let one = parent; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      if (style.overflowX !== "visible" && (text.left < edge.left - 1 || text.right > edge.right + 1)) say(words, "is cut at the side");
      if (/hidden|clip/.test(style.overflowY) && (text.top < edge.top - 1 || text.bottom > edge.bottom + 1)) say(words, "is cut");
    }
  }

  for (const one of document.querySelectorAll("select")) if (one.scrollWidth > one.clientWidth + 1) found.add("a choice is cut");
  for (const one of document.querySelectorAll(".row > button:not(.link)")) {
    const [key, row] = [one, one.parentElement].map((each) => each.getBoundingClientRect());
    if (key.width && (key.left < row.left - 1 || key.right > row.right + 1)) say(one.textContent, "stands out of its row");
  }
  const over = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const name = document.querySelector(".talk h1");
  if (name && over(extent(name), document.querySelector(".rail .me button:last-child").getBoundingClientRect())) found.add("the name lies under the lock");
  const send = document.querySelector("#send")?.getBoundingClientRect();
  if (send && (send.bottom > innerHeight || send.top < 0)) found.add("Send is out of the window");
  if (send && innerWidth <= 760 && document.querySelector("#snippets").getBoundingClientRect().bottom < send.top) found.add("Send stands below the others");
  return [...found];
}
