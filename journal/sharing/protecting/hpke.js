// HPKE (RFC 9180) in base mode for one message: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, over WebCrypto.
// `seal` gives the encapsulated key followed by the ciphertext; `schedule` is what both sides derive from one exchange.
const hpke = (() => {
  const CURVE = { name: "ECDH", namedCurve: "P-256" };
  const utf8 = (text) => new TextEncoder().encode(text);
  const join = (...parts) => {
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    parts.reduce((at, part) => { whole.set(part, at); return at + part.length; }, 0);
    return whole;
  };
  const KEM = join(utf8("KEM"), [0x00, 0x10]);
  const SUITE = join(utf8("HPKE"), [0x00, 0x10, 0x00, 0x01, 0x00, 0x02]);
  const VERSION = utf8("HPKE-v1");
  const hmac = async (key, content) => {
    // No salt means a hash's length of zeros, and browsers refuse a key without a byte.
    const raw = key.length ? key : new Uint8Array(32);
    const taken = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("HMAC", taken, content));
  };
  const extract = (suite, salt, label, secret) => hmac(salt, join(VERSION, suite, utf8(label), secret));
  // One block of HKDF is enough: nothing derived here is longer than 32 bytes.
  const expand = async (suite, secret, label, info, length) =>
    (await hmac(secret, join([0, length], VERSION, suite, utf8(label), info, [1]))).slice(0, length);
  const schedule = async (exchanged, encapsulated, recipient, info) => {
    const shared = await expand(KEM, await extract(KEM, [], "eae_prk", exchanged), "shared_secret",
      join(encapsulated, recipient), 32);
    const context = join([0], await extract(SUITE, [], "psk_id_hash", []), await extract(SUITE, [], "info_hash", info));
    const secret = await extract(SUITE, shared, "secret", []);
    return { key: await expand(SUITE, secret, "key", context, 32),
      nonce: await expand(SUITE, secret, "base_nonce", context, 12) };
  };
  const exchange = async (secret, open) =>
    new Uint8Array(await crypto.subtle.deriveBits({ name: "ECDH", public: open }, secret, 256));
  const seal = async (recipient, info, content, { aad = new Uint8Array(), pair = null } = {}) => {
    const open = await crypto.subtle.importKey("raw", recipient, CURVE, false, []);
    const own = pair || await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
    const encapsulated = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
    const { key, nonce } = await schedule(await exchange(own.privateKey, open), encapsulated, recipient, info);
    const cipher = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
    const how = { name: "AES-GCM", iv: nonce, additionalData: aad };
    return join(encapsulated, new Uint8Array(await crypto.subtle.encrypt(how, cipher, content)));
  };
  return { CURVE, exchange, join, schedule, seal, utf8 };
})();
