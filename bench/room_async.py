"""The other way that was weighed: an open stream for each phone on an async server.

One task asks the database four times a second for the numbers of each room that somebody
listens to; whoever listens is sent them when they change. All else is Django as it is.
"""

import asyncio
import os
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
django.setup()

from asgiref.sync import sync_to_async  # noqa: E402
from django.core.asgi import get_asgi_application  # noqa: E402
from django.core.handlers.asgi import ASGIHandler  # noqa: E402

from alongside.learning.queries.room import pulse  # noqa: E402

pages: ASGIHandler = get_asgi_application()
OFTEN = 0.25
#: By room: whoever listens, with what they were told last.
listening: dict[UUID, dict[asyncio.Queue, str]] = {}
tasks: set = set()


async def watch() -> None:
    """Tell whoever listens to a room when its numbers change, and at once when they come."""
    while True:
        for room, queues in list(listening.items()):
            found = await sync_to_async(pulse)(room)
            told = f"{found.version}.{found.tally}"
            for queue, last in list(queues.items()):
                if last != told:
                    queues[queue] = told
                    queue.put_nowait(told)
        await asyncio.sleep(OFTEN)


async def gone(receive) -> None:
    """Returns when whoever listened has hung up: else the server waits for them at its end."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def stream(scope, receive, send) -> None:
    room, queue = UUID(scope["path"].split("/")[2]), asyncio.Queue()
    if not tasks:
        tasks.add(asyncio.create_task(watch()))
    listening.setdefault(room, {})[queue] = ""
    left = asyncio.create_task(gone(receive))
    await send({"type": "http.response.start", "status": 200, "headers": []})
    try:
        while not left.done():
            told = asyncio.create_task(queue.get())
            await asyncio.wait({told, left}, return_when=asyncio.FIRST_COMPLETED)
            if told.done():
                body = f"{told.result()}\n".encode()
                await send({"type": "http.response.body", "body": body, "more_body": True})
            else:
                told.cancel()
    finally:
        left.cancel()
        del listening[room][queue]


async def application(scope, receive, send):
    if scope["type"] == "http" and scope["path"].startswith("/stream/"):
        await stream(scope, receive, send)
    else:
        await pages(scope, receive, send)
