"use strict";
(() => {
  const told = document.getElementById("sealed").dataset;
  const status = document.querySelector("[role=status]");
  const form = document.querySelector("form");
  const input = document.getElementById("passphrase");
  const eye = document.getElementById("eye");
  const inert = document.getElementById("inert");
  const say = (words) => { status.textContent = words; };
  if (!globalThis.crypto || !crypto.subtle) {
    // Android opens some saved files as content://, which is no place where browsers decrypt.
    inert.textContent = location.protocol === "content:" ? told.content : told.unable;
    return;
  }
  const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const decrypted = async (passphrase) => {
    const secret = new TextEncoder().encode(passphrase.normalize("NFC"));
    const material = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
    const key = await crypto.subtle.deriveKey(
      { name: "PBKDF2", hash: "SHA-512", salt: bytes(told.salt), iterations: Number(told.rounds) },
      material, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const how = { name: "AES-GCM", iv: bytes(told.iv), additionalData: bytes(told.purpose) };
    return new TextDecoder("utf-8", { fatal: true }).decode(await crypto.subtle.decrypt(how, key, bytes(told.sealed)));
  };
  // As typed first; then as it was generated: small letters, one hyphen for each run of blanks and dashes.
  const folded = (typed) => typed.trim().toLowerCase().replace(/[\s\p{Pd}\u2212\u00ad\u200b]+/gu, "-").replace(/^-|-$/g, "");
  const open = async (typed) => {
    try {
      return await decrypted(typed);
    } catch (failure) {
      if (folded(typed) === typed) throw failure;
      return decrypted(folded(typed));
    }
  };
  const show = (page) => {
    const shown = new DOMParser().parseFromString(page, "text/html");
    document.title = shown.title;
    // The line that tells what happened stays where it is, or a screen reader would not hear it.
    document.querySelector("script").remove();
    document.querySelector("main").replaceWith(...shown.body.childNodes);
    answering(say);
    scrollTo(0, 0);
    const title = document.querySelector("h1");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    say(told.opened);
  };
  eye.addEventListener("click", () => {
    const hidden = input.type === "password";
    input.type = hidden ? "text" : "password";
    eye.setAttribute("aria-pressed", String(hidden));
    input.focus();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = document.getElementById("open");
    if (!input.value.trim()) { say(told.empty); input.focus(); return; }
    button.disabled = true;
    say(told.busy);
    try {
      show(await open(input.value));
    } catch {
      say(told.wrong);
      button.disabled = false;
      input.select();
      input.focus();
    }
  });
  inert.remove();
  form.hidden = false;
  input.focus();
})();
