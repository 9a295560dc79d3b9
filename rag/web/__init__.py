"""The chat page: pure functions that render answers and articles, and the Gradio page around them."""
