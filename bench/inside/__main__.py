"""python -m bench.inside QUESTION …: print the answer of one module."""

import importlib
import json
import sys

import django

django.setup()
question, *arguments = sys.argv[1:]
json.dump(importlib.import_module(f"bench.inside.{question}").answer(*arguments), sys.stdout)
