"""Photos on screen: beside an item, in large, drawn upon; and what comes in by key, mouse or folder."""

from __future__ import annotations

from qualitydesk.inspections.ui.photos.gallery import PhotoGallery
from qualitydesk.inspections.ui.photos.strip import PhotoStrip
from qualitydesk.inspections.ui.photos.viewer import PhotoViewer
from qualitydesk.inspections.ui.photos.walking import WalkPhotos

__all__ = ["PhotoGallery", "PhotoStrip", "PhotoViewer", "WalkPhotos"]
