"""A client of Kiungo's REST API in one file, with nothing but Python's own library.

It is made from the OpenAPI document of the very server it talks to (`/api/v1/openapi`), so that it
has what that server has. An operation is called by its method and address in words:

    api = Api("http://127.0.0.1:8080")
    api.get_plans(country="LSO")
    api.post_runs(body={"countries": ["LSO"], "budgetUsd": 21e6})
    help(api.post_datasets)
"""

import atexit
import json
import os
import pathlib
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid


class Refused(Exception):
    """What a server refused: its status, and the sentence with what, where and the remedy."""

    def __init__(self, status, problem):
        super().__init__(f"{status}: {problem.get('detail') or problem.get('title')}")
        self.status = status
        self.problem = problem


class Api:
    """The operations of one server.

    address: where it answers, as http://127.0.0.1:8080
    token: of an account, where the server has accounts
    language: of sentences, as en, fr
    """

    def __init__(self, address="http://127.0.0.1:8080", token=None, language="en"):
        self._address = address.rstrip("/")
        self._headers = {"Accept-Language": language}
        if token:
            self._headers["Authorization"] = "Bearer " + token
        self.description = self._ask("GET", "/api/v1/openapi")
        self._operations = {}
        for path, methods in self.description["paths"].items():
            for method, operation in methods.items():
                self._operations[operation["operationId"]] = (method.upper(), path, operation)

    def __dir__(self):
        return [*super().__dir__(), *self._operations]

    def __getattr__(self, name):
        try:
            method, path, operation = self._operations[name]
        except KeyError:
            raise AttributeError(f"this server has no operation {name}") from None

        def call(body=None, files=None, **named):
            return self._call(method, path, operation, body, files, named)

        call.__name__ = name
        call.__doc__ = operation.get("summary")
        return call

    def file(self, path):
        """Whatever lies at an address of this server, such as a link in an answer."""
        return self._ask("GET", path)

    def wait(self, look, until, seconds=600):
        """Asks again and again until it is so, and returns the last answer."""
        end = time.monotonic() + seconds
        while True:
            answer = look()
            if until(answer):
                return answer
            if time.monotonic() > end:
                raise TimeoutError(f"not so after {seconds} seconds: {answer}")
            time.sleep(0.5)

    def _call(self, method, path, operation, body, files, named):
        query, headers = [], {}
        for each in operation.get("parameters", []):
            name = each["name"]
            value = named.pop(name.replace("-", "_"), None)
            if value is None:
                if each.get("required"):
                    raise TypeError(f"{operation['operationId']} needs {name}")
            elif each["in"] == "path":
                path = path.replace("{" + name + "}", urllib.parse.quote(str(value), safe=""))
            elif each["in"] == "header":
                headers[name] = str(value)
            else:
                several = value if isinstance(value, (list, tuple)) else [value]
                query += [(name, one) for one in several]
        if query:
            path += "?" + urllib.parse.urlencode(query)
        form = "multipart/form-data" in operation.get("requestBody", {}).get("content", {})
        if form:
            data, headers["Content-Type"] = _form(named, files or {})
        elif named:
            raise TypeError(f"{operation['operationId']} takes no {', '.join(named)}")
        elif isinstance(body, bytes):
            data, headers["Content-Type"] = body, "application/octet-stream"
        else:
            data = None if body is None else json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        return self._ask(method, path, data, headers)

    def _ask(self, method, path, data=None, headers=None):
        request = urllib.request.Request(
            self._address + path, data, {**self._headers, **(headers or {})}, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                content, kind = answer.read(), answer.headers.get("Content-Type", "")
        except urllib.error.HTTPError as refused:
            raise Refused(refused.code, _problem(refused.read())) from None
        if not content:
            return None
        return json.loads(content) if "json" in kind else content


def serve(jar, folder, seconds=240):
    """A server of one's own, on a free port, which ends with this Python.

    jar: of Kiungo
    folder: of its data and its log

    Returns its client, and the process. No other countries are planned beside what is asked.
    """
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = {**os.environ, "KIUNGO_SAMPLES_ENABLED": "false", "KIUNGO_TODAY_AHEAD": "false"}
    log = folder / "server.log"
    with open(log, "w") as out:
        server = subprocess.Popen(
            ["java", "-jar", jar, "serve", "--port", str(port), "--data-dir", folder / "data"],
            env=quiet, stdout=out, stderr=subprocess.STDOUT)
    atexit.register(server.kill)
    end = time.monotonic() + seconds
    while True:
        try:
            return Api(f"http://127.0.0.1:{port}"), server
        except OSError:
            if server.poll() is not None or time.monotonic() > end:
                raise RuntimeError(log.read_text()) from None
            time.sleep(0.5)


def _problem(content):
    try:
        return json.loads(content)
    except ValueError:
        return {"title": content.decode("utf-8", "replace")[:200]}


def _form(fields, files):
    """Fields and files as one body of parts.

    fields: name and text, several texts as a list; files: name, and path or (file name, bytes)
    """
    border = uuid.uuid4().hex
    parts = []

    def part(disposition, content):
        parts.append(f"--{border}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n".encode())
        parts.append(content + b"\r\n")

    for name, value in fields.items():
        for one in value if isinstance(value, (list, tuple)) else [value]:
            text = json.dumps(one) if isinstance(one, (dict, bool)) else str(one)
            part(f'name="{name}"', text.encode())
    for name, file in files.items():
        if isinstance(file, tuple):
            file_name, content = file
        else:
            with open(file, "rb") as opened:
                file_name, content = str(file).replace("\\", "/").split("/")[-1], opened.read()
        part(f'name="{name}"; filename="{urllib.parse.quote(file_name)}"', content)
    parts.append(f"--{border}--\r\n".encode())
    return b"".join(parts), f"multipart/form-data; boundary={border}"
