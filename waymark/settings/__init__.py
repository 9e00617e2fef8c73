"""Django settings: base (development and the demo), production, test. No part imports them."""
