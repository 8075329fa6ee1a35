"use strict";
(() => {
  const told = document.getElementById("sealed").dataset;
  const status = document.querySelector("[role=status]");
  const input = document.getElementById("passphrase");
  const button = document.querySelector("button");
  const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const open = async (passphrase) => {
    const secret = new TextEncoder().encode(passphrase.normalize("NFC"));
    const material = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
    const key = await crypto.subtle.deriveKey(
      { name: "PBKDF2", hash: "SHA-512", salt: bytes(told.salt), iterations: Number(told.rounds) },
      material, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const how = { name: "AES-GCM", iv: bytes(told.iv), additionalData: bytes(told.purpose) };
    return new TextDecoder("utf-8", { fatal: true }).decode(await crypto.subtle.decrypt(how, key, bytes(told.sealed)));
  };
  document.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!globalThis.crypto || !crypto.subtle) { status.textContent = told.unable; return; }
    button.disabled = true;
    status.textContent = told.busy;
    try {
      const shown = new DOMParser().parseFromString(await open(input.value), "text/html");
      document.title = shown.title;
      document.body.replaceChildren(...shown.body.childNodes);
      scrollTo(0, 0);
    } catch {
      status.textContent = told.wrong;
      button.disabled = false;
      input.select();
    }
  });
})();
