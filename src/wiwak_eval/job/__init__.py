"""The main job: from a delivery to a run folder with notebooks, papers and the auditor's package (`running.run`)."""
