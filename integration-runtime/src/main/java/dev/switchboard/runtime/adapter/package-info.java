/** What an adapter is made with: its settings, its REST clients, its sign-in; and the list of the systems that are on. */
@NullMarked
package dev.switchboard.runtime.adapter;

import org.jspecify.annotations.NullMarked;
