"use strict";
// Notes that are sealed here and carried by hand. A draft is in the memory of this page alone, and gone once it is sealed.
(() => {
  const told = document.getElementById("sealing").dataset;
  const status = document.querySelector("[role=status]");
  const form = document.querySelector("form");
  const [inert, text, when, result, area, share] =
    ["inert", "text", "when", "result", "block", "share"].map((id) => document.getElementById(id));
  const asked = Array.from(document.querySelectorAll("[data-heat]"));
  const PADDED = 1024;
  let name = "";  // of the file of the note that is sealed
  let carried = true;  // whether it was saved, copied or handed on
  const say = (words) => { status.textContent = words; };
  const bytes = (content) => Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  const hex = (content) => Array.from(content, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const page = bytes(told.page);
  const info = hpke.join(hpke.utf8(told.purpose), page);
  const seal = (content) => hpke.seal(bytes(told.key), info, content);

  // The moment with its offset, as the clock here shows it.
  const moment = () => {
    const now = new Date();
    const off = -now.getTimezoneOffset();
    const two = (number) => String(Math.floor(number)).padStart(2, "0");
    const local = new Date(now.getTime() + off * 60000).toISOString().slice(0, 19);
    return `${local}${off < 0 ? "-" : "+"}${two(Math.abs(off) / 60)}:${two(Math.abs(off) % 60)}`;
  };
  const padded = (plain) => {
    const framed = new Uint8Array(Math.ceil((plain.length + 4) / PADDED) * PADDED);  // a size tells less of what is said
    new DataView(framed.buffer).setUint32(0, plain.length);
    framed.set(plain, 4);
    return framed;
  };
  const sealed = async (note) => {
    const content = hpke.join(page, await seal(padded(hpke.utf8(JSON.stringify(note)))));
    const block = btoa(Array.from(content, (byte) => String.fromCharCode(byte)).join(""));
    return [told.before, "", told.begin, ...block.match(/.{1,64}/g), told.end, ""].join("\n");
  };
  const fields = [text, when, ...asked];
  const written = () => fields.some((field) => field.value.trim());
  const file = () => new File([area.value], name, { type: "text/plain" });
  const mayShare = () => {
    try { return Boolean(navigator.canShare && navigator.canShare({ files: [file()] })); } catch { return false; }
  };
  const unfit = (field) => field.inputMode === "numeric" && field.value.trim() && !/^(\d|10)$/.test(field.value.trim());

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = asked.find(unfit);
    if (wrong) { wrong.closest("details").open = true; say(told.scale); wrong.focus(); return; }
    if (![text, ...asked].some((field) => field.value.trim())) { say(told.nothing); text.focus(); return; }
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      const id = hex(crypto.getRandomValues(new Uint8Array(16)));
      const heat = Object.fromEntries(asked.map((field) => [field.dataset.heat, field.value.trim()]).filter(([, said]) => said));
      area.value = await sealed({ v: 1, id, text: text.value.trim(), when: when.value.trim(), at: moment(), heat });
      name = told.file.replace("{id}", id.slice(0, 8));
    } catch {
      say(told.failed);
      return;
    } finally {
      button.disabled = false;
    }
    carried = false;
    form.reset();
    fields.forEach((field) => { field.value = ""; });
    form.hidden = true;
    share.hidden = !mayShare();
    result.hidden = false;
    say("");
    document.getElementById("gone").focus();
  });

  share.addEventListener("click", async () => {
    try {
      await navigator.share({ files: [file()] });
      carried = true;
      say(told.shared);
    } catch { say(""); }  // somebody changed their mind
  });
  document.getElementById("save").addEventListener("click", () => {
    const address = URL.createObjectURL(file());
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    carried = true;
    say(told.saved);
  });
  document.getElementById("copy").addEventListener("click", async () => {
    let done = false;
    try {
      await navigator.clipboard.writeText(area.value);
      done = true;
    } catch {
      area.focus();
      area.select();
      done = document.execCommand("copy");
    }
    carried = carried || done;
    say(done ? told.copied : told.byhand);
  });
  area.addEventListener("copy", () => { carried = true; });
  document.getElementById("more").addEventListener("click", () => {
    if (!carried) { say(document.getElementById("gone").textContent); return; }
    area.value = "";
    result.hidden = true;
    form.hidden = false;
    say("");
    text.focus();
  });
  addEventListener("beforeunload", (event) => { if (written() || !carried) event.preventDefault(); });

  // Where nothing can be sealed, what stands in the page stays: it says what to do instead.
  (async () => {
    try {
      await seal(new Uint8Array(1));
    } catch { return; }
    inert.hidden = true;
    form.hidden = false;
    text.focus();
  })();
})();
