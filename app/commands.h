// SPDX-License-Identifier: MIT
// The commands of the command line: each takes what follows its name and returns the exit status.
#ifndef SL_COMMANDS_H
#define SL_COMMANDS_H

int sl_command_run(int argc, char **argv);
int sl_command_check(int argc, char **argv);
int sl_command_child(int argc, char **argv); // the window's other process: the machine behind a socket

#endif
