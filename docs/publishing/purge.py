#!/usr/bin/env python3
"""Drops from a cache what Galley says: SECRET=whsec_… purge.py http://cache:80 keys|addresses [PORT]"""
import base64, hashlib, hmac, http.server, json, os, sys, time, urllib.error, urllib.parse, urllib.request

cache, way, *port = sys.argv[1:]
secret = base64.b64decode(os.environ["SECRET"].removeprefix("whsec_"))


def is_genuine(headers, body):
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    mac = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    is_fresh = abs(time.time() - int(headers["webhook-timestamp"])) < 300
    signatures = headers["webhook-signature"].split()
    return is_fresh and any(hmac.compare_digest("v1," + mac, it) for it in signatures)


def purge(path, headers):
    request = urllib.request.Request(cache + path, method="PURGE", headers=headers)
    try:
        urllib.request.urlopen(request, timeout=5).close()
    except urllib.error.HTTPError as e:
        if e.code != 404:  # some say so of what they do not have
            raise


class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        if not is_genuine(self.headers, body):
            return self.send_error(401)
        event = json.loads(body)
        try:
            if event["type"] == "cache.purge":
                self.drop(event["data"])
        except OSError as e:
            return self.send_error(502, str(e))  # it comes again
        self.send_response(204)
        self.end_headers()

    def drop(self, data):
        if way == "keys":
            return purge("/", {"Surrogate-Key": " ".join(data["surrogateKeys"])})
        for address in data["addresses"]:
            it = urllib.parse.urlsplit(address)
            purge(it.path + ("?" + it.query if it.query else ""), {"Host": it.netloc})


http.server.ThreadingHTTPServer(("", int(port[0]) if port else 8090), Hook).serve_forever()
