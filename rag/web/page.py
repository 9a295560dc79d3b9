"""The Gradio page: which parts it has and which function each of them calls."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fastapi import FastAPI
    from gradio import Blocks

    from rag.pipeline import Pipeline
    from rag.web.settings import ChatSettings


def mount_page(app: FastAPI, pipeline: Pipeline, settings: ChatSettings) -> None:
    """Serve the page at the root of an app; routes that are added to the app later are hidden by it."""
    # Read when gradio is imported: nothing may leave this machine, and no run may be kept.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_RUN_HISTORY"] = "False"
    import gradio as gr

    gr.mount_gradio_app(
        app,
        _blocks(pipeline),
        path="/",
        server_name=settings.host,
        server_port=settings.port,
        root_path=settings.root_path or None,
        footer_links=[],
        run_history=False,
        show_error=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
    )


def _blocks(pipeline: Pipeline) -> Blocks:
    import gradio as gr

    def answered(question: str) -> str:
        from rag.render import to_text

        return to_text(pipeline.ask(question))

    blocks: Blocks
    with gr.Blocks(title="Chorus", analytics_enabled=False) as blocks:
        asked = gr.Textbox(label="Question")
        shown = gr.Textbox(label="Answer", interactive=False)
        asked.submit(answered, asked, shown)
    return blocks
