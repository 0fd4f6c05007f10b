"""``rkeras launch``: one script in several processes, which train together.

The command starts the workers and watches them (``command.py``, ``supervisor.py``). A worker is
``rkeras run`` with ``TF_CONFIG`` set, by this command or by SLURM, Kubernetes or Ray: it meets the
others (``meeting.py``), connects TensorFlow to them and runs the script (``joining.py``).
"""
