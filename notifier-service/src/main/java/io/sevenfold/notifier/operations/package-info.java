/** What operators ask and do, over all workspaces, on the management port. */
package io.sevenfold.notifier.operations;
