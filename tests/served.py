"""A small server in TensorBoard's place, which answers with its command line."""

SERVER = """
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Echo(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write("\\n".join(sys.argv[1:]).encode())

    def log_message(self, *args):
        pass

options = dict(word.split("=", 1) for word in sys.argv[1:])
HTTPServer((options["--host"], int(options["--port"])), Echo).serve_forever()
"""
