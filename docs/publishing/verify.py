#!/usr/bin/env python3
"""Checks who published an article: verify.py https://site ARTICLE-ID (needs `cryptography`)."""
import base64, hashlib, json, sys, urllib.request
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

site, article = sys.argv[1:]
get = lambda path: urllib.request.urlopen(site + path)
decode = lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

answer = get("/v1/articles/" + article)
document = json.load(answer)
header, payload, signature = answer.headers["Galley-Signature"].split(".")
keys = {key["kid"]: key for key in json.load(get("/.well-known/jwks.json"))["keys"]}
key = Ed25519PublicKey.from_public_bytes(decode(keys[json.loads(decode(header))["kid"]]["x"]))
key.verify(decode(signature), f"{header}.{payload}".encode())  # raises InvalidSignature

statement = json.loads(decode(payload))
canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
if hashlib.sha256(canonical.encode()).hexdigest() != statement["sha256"]["article"]:
    sys.exit("This is not the text that was signed.")
print(f"{statement['iss']} published version {statement['version']} at {statement['at']}")
