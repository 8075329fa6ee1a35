// What a reader writes back: a quiet box below each passage and one at the end, sealed here to the key of this departure.
// Nothing is sent and nothing is stored: the reader carries the block or the file.
const answering = (say) => {
  const way = document.getElementById("answering");
  if (!way) return;
  const told = way.dataset;
  const LONGEST = 4000;
  const PADDED = 1024;
  const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const made = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const field = (id) => {
    const area = made("textarea", { id, rows: 4, maxLength: LONGEST, spellcheck: false, autocomplete: "off" });
    area.setAttribute("autocorrect", "off");
    area.addEventListener("input", changed);
    return area;
  };
  const boxes = [];  // [mark, textarea]
  let block = "";  // of what is written now; sealed once, so that mail and file are one answer
  let carried = true;
  function changed() { block = ""; carried = false; result.hidden = true; }

  const area = made("textarea", { id: "block", readOnly: true, rows: 8, spellcheck: false });
  const result = made("div", { hidden: true }, made("label", { htmlFor: "block", textContent: told.block }), area);

  const marks = told.marks.split(" ").filter(Boolean);
  const passages = document.querySelectorAll("main article");
  if (passages.length === marks.length) passages.forEach((passage, place) => {
    if (marks[place] === "-") return;  // room to write by hand
    const heading = passage.querySelector("h2, h3, h4");
    const words = heading && passage.textContent.trimStart().startsWith(heading.textContent.trim()) ? told.about.replace("{title}", () => heading.textContent) : told.here;
    const box = field(`answer-${place}`);
    boxes.push([marks[place], box]);
    passage.append(made("details", { className: "answer" },
      made("summary", { textContent: told.ask }), made("label", { htmlFor: box.id, textContent: words }), box));
  });
  const last = field("answer-last");
  boxes.push(["", last]);
  const copy = made("button", { type: "button", id: "copy", textContent: told.copy });
  const save = made("button", { type: "button", id: "save", textContent: told.save });
  const title = made("h2", { id: "answer-title", textContent: told.title });
  const section = made("section", { className: "answer" }, title,
    made("p", { id: "answer-what", textContent: told.what }), last, copy, save, result);
  section.setAttribute("aria-labelledby", "answer-title");
  last.setAttribute("aria-labelledby", "answer-title");
  last.setAttribute("aria-describedby", "answer-what");
  way.replaceWith();
  (document.querySelector("main > footer") || document.querySelector("main").appendChild(made("span"))).before(section);

  const hex = (content) => Array.from(content, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const sealed = async (answers) => {
    const id = hex(crypto.getRandomValues(new Uint8Array(16)));
    const plain = hpke.utf8(JSON.stringify({ v: 1, id, answers }));
    const framed = new Uint8Array(Math.ceil((plain.length + 4) / PADDED) * PADDED);  // a size tells less of what is said
    new DataView(framed.buffer).setUint32(0, plain.length);
    framed.set(plain, 4);
    const departure = bytes(told.departure);
    const info = hpke.join(hpke.utf8(told.purpose), departure);
    const content = hpke.join(departure, await hpke.seal(bytes(told.key), info, framed));
    const text = btoa(Array.from(content, (byte) => String.fromCharCode(byte)).join(""));
    return [told.before, "", told.begin, ...text.match(/.{1,64}/g), told.end, ""].join("\n");
  };
  const written = async () => {
    const answers = boxes.map(([at, box]) => ({ at, text: box.value.trim() })).filter((answer) => answer.text);
    if (!answers.length) { say(told.nothing); last.focus(); return ""; }
    block = block || await sealed(answers);
    area.value = block;
    result.hidden = false;
    carried = true;
    return block;
  };
  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      area.focus();
      area.select();
      return document.execCommand("copy");
    }
  };
  copy.addEventListener("click", async () => {
    const text = await written();
    if (text) say(await copied(text) ? told.copied : told.byhand);
  });
  save.addEventListener("click", async () => {
    const text = await written();
    if (!text) return;
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    const link = made("a", { href: address, download: told.file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    say(told.saved);
  });
  addEventListener("beforeunload", (event) => { if (!carried && boxes.some(([, box]) => box.value.trim())) event.preventDefault(); });
};
