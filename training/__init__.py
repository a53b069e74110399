"""How the embedded models are trained, exported, measured and calibrated; README.md has the commands."""
